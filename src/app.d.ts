declare global {
	namespace App {
		interface PageState {
			/** The explorer stands over the story. */
			explore?: boolean;
		}
	}
}

export {};

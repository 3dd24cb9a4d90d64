/** What a person may settle by a review: the schema of the story’s files says so. */
import { reviewedClaims } from '../../story/schema.ts';
import type { Aspect } from '../finding.ts';

/** What is quoted has to stand there: nobody can review it into the source. */
export const isReviewable = (aspect: Aspect): boolean => (reviewedClaims as readonly string[]).includes(aspect);

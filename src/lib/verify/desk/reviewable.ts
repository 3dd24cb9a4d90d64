/** Which claims a person may settle by a review, according to the schema of the story’s files. */
import { reviewedClaims } from '../../story/schema/values.ts';
import type { Aspect } from '../finding.ts';

/** Quotations must stand in the source, so they cannot be reviewed. */
export const isReviewable = (aspect: Aspect): boolean => (reviewedClaims as readonly string[]).includes(aspect);

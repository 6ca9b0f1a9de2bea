/** Names the judge and the tables it judged by. Whatever changes a verdict of the golden corpus is a new version. */
export const engineVersion = '1.0.0'

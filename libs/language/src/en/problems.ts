/** English texts: the title of each kind of problem, and the sentence for each stable code where facts are filled in. */
export const problems = {
  kind: {
    invalid: 'The request is not valid',
    unauthenticated: 'You are not signed in',
    forbidden: 'You may not do this',
    missing: 'Not found',
    refused: 'This is not possible now',
    stale: 'Somebody changed this meanwhile',
    unprocessable: 'This key was used for another request',
    'version-required': 'The version is missing',
    'too-large': 'The request is too large',
    'media-type': 'This form of body is not read here',
    'too-many': 'Too many tries',
    unavailable: 'Not available at the moment',
    internal: 'Something went wrong on our side',
  },
} as const;

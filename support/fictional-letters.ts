/** What an officer fills in to keep the minister's reply about a review, with a file attached to it. */
export function replyOfMinister(reviewId: string, files: { name: string; bytes: Buffer }) {
  return {
    correspondent: 'the Minister',
    subject: 'Re: Funding',
    body: 'In spring.',
    direction: 'in',
    kind: 'reply',
    'datedOn.day': '3',
    'datedOn.month': '11',
    'datedOn.year': '2026',
    about: `review:${reviewId}`,
    files,
  }
}

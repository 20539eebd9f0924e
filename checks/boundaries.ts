/**
 * Which room may import which. Read it downwards: a room knows those that it follows from. Every room may import the platform; the
 * platform knows no room. Widening a line takes a decision record (docs/decisions/).
 */
export const BOUNDARIES: Record<string, readonly string[]> = {
  // What everything else is said in.
  platform: [],
  reading: ['scales'],
  referee: ['reading', 'scales'],
  people: ['history'],
  history: ['people'],
  scales: ['history', 'people', 'referee'],
  council: ['history', 'people'],
  members: ['council', 'history', 'people', 'reading'],

  // Who is written to, and what goes out.
  contacts: ['history', 'people'],
  messages: ['history', 'people'],

  // The record: what was recommended, promised, done and said of it.
  meetings: ['council', 'files', 'history', 'letters', 'members', 'papers', 'people', 'reading', 'reviews', 'rounds'],
  // Files from outside, kept as they came, and how each goes into papers.
  files: ['history', 'imports', 'papers', 'people'],

  // What a meeting leaves to be done.
  requests: ['council', 'history', 'meetings', 'people', 'reading'],
  minutes: ['history', 'meetings', 'papers', 'people', 'reading', 'requests'],
  letters: ['files', 'history', 'meetings', 'messages', 'minutes', 'papers', 'people', 'reading', 'recommendations', 'requests'],
  reviews: ['history', 'people', 'reading', 'recommendations', 'referee', 'rounds', 'scales'],
  recommendations: ['action-plans', 'decisions', 'history', 'people', 'reading', 'referee', 'reviews', 'rounds', 'scales'],
  'action-plans': ['history', 'people', 'recommendations', 'reviews'],
  decisions: ['history', 'meetings', 'members', 'minutes', 'people', 'recommendations', 'referee', 'reviews', 'rounds', 'scales'],
  rounds: ['history', 'meetings', 'people', 'reading', 'recommendations', 'referee', 'reviews', 'scales'],

  // Asking people in a round, and their answering without an account.
  asking: ['contacts', 'history', 'messages', 'people', 'reviews', 'rounds', 'scales', 'travelling-forms'],
  answering: [
    'asking',
    'decisions',
    'files',
    'history',
    'meetings',
    'messages',
    'people',
    'recommendations',
    'reviews',
    'rounds',
    'scales',
    'travelling-forms',
  ],
  calendar: ['asking', 'contacts', 'council', 'history', 'people', 'recommendations', 'reviews'],

  // What comes in, and what goes out.
  imports: [
    'action-plans',
    'council',
    'history',
    'meetings',
    'people',
    'reading',
    'recommendations',
    'referee',
    'reviews',
    'rounds',
    'scales',
  ],
  papers: ['files', 'history', 'letters', 'meetings', 'people', 'reading', 'referee', 'reviews', 'rounds', 'scales'],
  'travelling-forms': ['history', 'imports', 'papers', 'people', 'reading', 'recommendations', 'reviews', 'rounds', 'scales'],
  templates: ['council', 'demonstration', 'history', 'papers', 'people', 'reading', 'referee', 'reviews'],
  responses: ['contacts', 'council', 'history', 'messages', 'papers', 'people', 'reading', 'recommendations', 'referee', 'reviews'],
  // The public face: of other rooms it has pure code only (REGISTER_REACHES).
  register: ['calendar', 'files', 'papers'],
  // What members read before a meeting.
  briefings: [
    'decisions',
    'files',
    'home',
    'meetings',
    'members',
    'papers',
    'people',
    'recommendations',
    'referee',
    'responses',
    'reviews',
    'scales',
  ],
  home: [
    'asking',
    'decisions',
    'history',
    'imports',
    'letters',
    'meetings',
    'people',
    'recommendations',
    'referee',
    'requests',
    'responses',
    'reviews',
    'rounds',
    'scales',
  ],
  demonstration: [
    'asking',
    'answering',
    'contacts',
    'decisions',
    'imports',
    'meetings',
    'members',
    'papers',
    'people',
    'reading',
    'recommendations',
    'responses',
    'rounds',
    'reviews',
  ],
}

/** Pure rooms: the same code serves the form, the import, the paper and the command line, so no database and no web may be in reach. */
export const PURE_ROOMS: Record<string, readonly string[]> = {
  reading: ['platform/database/', 'platform/web/'],
  referee: ['platform/database/', 'platform/web/'],
}

/** Tables that are machinery and not record: changing them is no event. */
export const MACHINERY: readonly string[] = ['session', 'sign_in_attempt', 'form_key', 'message_waiting', 'draft']

/** All that the register may reach of other rooms, however far its imports go: code without a database, since its pages know the public role alone. */
export const REGISTER_REACHES: readonly string[] = [
  'src/calendar/calendar-entry.ts',
  'src/calendar/write-calendar.ts',
  'src/files/file.ts',
  'src/files/files-beside.views.tsx',
  'src/papers/printed-paper.tsx',
  'src/papers/publication-words.ts',
]

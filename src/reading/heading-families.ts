/** What a column (or a box of a form) may hold. `issue`, `outcome` and `comment` are settled by the columns beside them. */
export type Field =
  | 'ref'
  | 'text'
  | 'owner'
  | 'due'
  | 'revisedDue'
  | 'action'
  | 'measure'
  | 'budget'
  | 'response'
  | 'evidence'
  | 'grade'
  | 'impact'
  | 'percent'
  | 'theme'
  | 'paragraphs'
  | 'closed'
  | 'review'
  | 'round'
  | 'issue'
  | 'outcome'
  | 'comment'
  | 'other'
  | 'unknown'

/**
 * Families of headings seen in the trackers of councils, the NHS, auditors and fire services, the more telling first. Each gives what the
 * column may mean, the likeliest first; what stands in the column decides among them.
 */
const FAMILIES: [RegExp, Field[]][] = [
  [
    /^(?:name of |title of )?(?:the )?(?:scrutiny |overview and scrutiny |select committee |panel |task (?:and|&|\/) finish |task )*(?:review|inquiry|task (?:and|&) finish(?: group)?|task group|investigation)s?(?: (?:title|name|topic|subject))?$|^(?:review|report|topic|project) (?:title|name)$|^(?:title|name|subject) of (?:the )?(?:scrutiny )?(?:review|report|inquiry)$/,
    ['review', 'other'],
  ],
  [
    /^(?:date|month|meeting|period|quarter) of (?:last |latest |this )?(?:update|progress|report|monitoring)|^(?:update|updated|progress|reporting|reported|monitoring) (?:date|period|month|round|quarter|cycle|on)$|^(?:last |date (?:last )?)updated?(?: on)?$|^(?:reporting |monitoring )?(?:round|period|quarter|cycle)$/,
    ['round'],
  ],
  [
    /^(?:what )?you (?:said|told us|asked)\b|^what (?:we heard|residents said|people said)\b|^(?:what )?(?:the )?(?:\w+ )?\w+ (?:asked|said|recommend(?:ed|s)?)(?: that.*| for)?$|^we (?:recommend|asked)\b/,
    ['text'],
  ],
  [/^(?:what )?we (?:did|have done|are doing)\b/, ['evidence']],
  [
    /\b(?:delivery|progress|performance|overall|completion|implementation|action|confidence|current|colour) rating\b|^rating$/,
    ['grade', 'evidence'],
  ],
  [/^(?:%|percent\w*|per cent)|% (?:complete|achieved|progress|done)|\bpercent(?:age)? (?:complete|achieved)/, ['percent']],
  [/^(?:rec|recommendation|minute|ref|report|item|s|sr|serial)?\.?\s*(?:n[°ºo]|№|#)\.?$/, ['ref']],
  [/^to be (?:completed|done|achieved|implemented)\b/, ['due']],
  [/\bdecision makers?\b|^(?:addressed )?to$|^actions? (?:by|for|owner|lead)$/, ['owner']],
  [/^(?:not |partly |partially |in part |part )?(?:agreed|accepted|rejected|declined|supported)(?: in (?:part|principle))?$/, ['response']],
  [/\bresponse\b.*\bactions?\b|\bactions?\b.*\b(?:and|&) (?:by whom|lead|owner|timescale|date)/, ['action']],
  [/\bopen ?(?:\/|or) ?closed?\b/, ['grade']],
  [/^progress\b.*\bimpact\b/, ['evidence', 'grade']],
  [
    /\bmaking (?:a|the) difference\b|(?<!\b(?:expected|intended|desired|anticipated|planned) )\bimpact\b|\boutcomes? achieved\b|\bbenefits?(?: (?:realised|achieved))?$|\bdifference (?:has (?:it|this) )?made\b|^(?:what )?difference\b|^so what$/,
    ['impact'],
  ],
  [
    /\b(?:revised|new|extended|amended|updated|forecast|latest)\b.*\b(?:date|deadline|timescales?|target|completion|implementation)\b|^extension\b/,
    ['revisedDue'],
  ],
  [
    /\b(?:date (?:completed|closed|of completion|achieved|implemented)|completed date|closed date|date and outcome|date actioned|date signed off)\b|\bdate closed\b|^(?:closed|completed?|implemented|achieved|done|actioned|fully implemented)$/,
    ['closed'],
  ],
  [
    /^(?:committee|panel|board)?\s*(?:meeting|meeting date|date of meeting|committee date|meeting and date)$|\bdate (?:added|raised|made|agreed|of (?:report|review|recommendation))\b|^date of (?:committee|cabinet)/,
    ['other'],
  ],
  [/^report (?:ref\w*|no|number|para\w*)$|^para(?:graph)?s? ?(?:ref\w*|no|number)?$|\bparagraph\b/, ['paragraphs', 'ref']],
  [
    /^(?:ref|rec|recommendation|no|number|item|id|action|register|minute|unique|tracker|audit|report)?\.?\s*(?:ref(?:erence)?|nos?|n[°ºo]|number|id|#|minute n[°ºo]|minute)\b\.?\s*(?:no|number|n[°ºo])?\.?$|^#$|^(?:meeting,? date (?:&|and) minute|rec\.?|item|s\/?no)$/,
    ['ref'],
  ],
  [/\bbudget|\bcosts?\b|\bfunding\b|\bfinancial implications?\b|\bresource(?:s| implications?| required|ing)?\b/, ['budget']],
  [
    /\b(?:success|performance|outcome) (?:measure|criteri|indicator|metric)|\bmeasures? of success\b|\bhow (?:(?:will|do|would) we|we(?: will| would|'ll)?) (?:know|measure|judge)|\bkpi|^measures?$|\b(?:success (?:looks|will (?:look|be))|(?:will|would|does) success look)|\bevidence of success\b|\btarget(?:s)? ?\/ ?measure|\b(?:expected|intended|desired|anticipated|planned) (?:outcome|result|impact|benefit)/,
    ['measure'],
  ],
  [
    /\b(?:rag|brag)\b|\btraffic light|\bgrade\b|\bgrading\b|^colour(?: code)?$|^how (?:is|are) (?:it|we|this|things) (?:going|doing)$|^how(?: well)? are we doing$|^judge?ment$|\b(?:assessment|rating|level|indicator|categor(?:y|isation)|status) of (?:progress|recommendations?|implementation|action)|\bprogress (?:rating|status|indicator|grade|rag)|\bassessment\b|\bcurrent (?:status|position rag)/,
    ['grade', 'evidence'],
  ],
  [/^status\b|\bstatus\b/, ['grade', 'evidence']],
  [
    /\b(?:actions? (?:taken|completed|to date|undertaken)|taken (?:or planned )?to date|progress (?:actions|update|report|made|to date|against|since|and)|evidence|achievements?|update|position (?:at|as at|statement)|progress as at|what (?:has been|have we|we have|was) (?:done|achieved)|latest (?:position|progress)|work (?:undertaken|done|completed|to date)|activit(?:y|ies) to date|what (?:has happened|happened)|outcomes? of (?:the )?actions?|officers? comments?|implementation progress|current position|issues arising)\b|\bmilestones? (?:achieved|reached|met)\b/,
    ['evidence', 'grade'],
  ],
  [
    /^(?:latest|position|news|narrative update)$|^(?:quarter|q[1-4]|qtr|month|round|\d+ ?(?:st|nd|rd|th)? ?month)\b.*\bprogress|\bprogress\b/,
    ['evidence', 'grade'],
  ],
  [
    /\bcomments? from\b|\b(?:minister|executive|cabinet|agency|council|government|management|service|officer|directorate|departmental|partner)'?s?'? ?(?:'s )?(?:response|reply|decision)|^(?:response|reply|decision|acceptance|accepted|agreed\?|accepted\?)|^(?:agreed|accepted)\W{0,3}y(?:es)?\W{1,3}n(?:o)?\W*$|\b(?:accept(?:ed)?|agree[d]?) ?(?:\/|or) ?(?:reject|not agree|not accept|partly|partial|declin)|\bresponse\b/,
    ['response'],
  ],
  [
    /\b(?:timescales?|timeframe|timetable|time ?line|target|deadline|due|complet\w+ (?:by|date)|anticipated completion|implementation date|by when|end date|finish|delivery date|date for)\b|^when(?: by)?\??$|^completion$|^by$|^(?:expected|planned|anticipated|agreed|intended|milestone|original)\b.*\b(?:completion|date)$/,
    ['due'],
  ],
  [/^(?:date|dates)$/, ['due', 'other']],
  [
    /\b(?:cabinet member|portfolio holder|executive (?:member|decision maker|lead)|lead member|elected member|supporting partners?|em)\b/,
    ['owner'],
  ],
  [
    /\b(?:leads?|lead officer|responsib\w+|owners?|accountable|accountability|by whom|link officers?|who|officers?|(?:strategic |assistant |executive |corporate |service )*directors?|heads? of service|post ?holders?|portfolio|contact|assigned to|allocated to|addressed to|made to|sponsor|manager|lead agenc\w+|lead body|organisation|partners?|agency|person)\b|\bauthorit(?:y|ies)$/,
    ['owner'],
  ],
  [
    /\b(?:proposed|agreed|planned|required|recommended|management|key|improvement|next|further|corrective|remedial)?\s*(?:actions?|steps|milestones?|tasks?|activit(?:y|ies))\b(?! (?:taken|completed))|^proposals?$|\bhow (?:it|this|we) (?:will|shall) be (?:achieved|delivered|done|implemented)|\boutline of how\b|\bwhat (?:will|needs to) (?:we do|be done|happen)|\bhow (?:will|shall) (?:it|this|we|they)\b|\bwhat (?:we|you|the \w+) (?:will|plan to|are going to|intend to) do|\b(?:implementation|delivery) plan|^implementation$|^plan$|^what\??$/,
    ['action'],
  ],
  [
    /\brecommendations?\b|\brecommended\b|\barea(?:s)? (?:for|of) improvement\b|\bwhat (?:was|we) (?:recommended|asked)|^rec$|\bproposition|^ask$|^resolution$|\bsummary of (?:main )?concerns?\b/,
    ['text'],
  ],
  [/\bissues?\b|\bfindings?\b|\bexception|\bconcerns?\b|\bobservation|\bweakness|\bgovernance issue|\brequirement/, ['issue']],
  [
    /^(?:theme|area|scope|topic|heading|subject|workstream|work stream|section|key line of enquiry|objective|priority (?:area|theme))\b/,
    ['theme'],
  ],
  [/^categor(?:y|ies)\b|\bscore\b/, ['grade', 'theme']],
  [/\boutcomes?\b/, ['grade', 'outcome']],
  [/^(?:[\w']+ ){0,2}(?:comments?|notes?|remarks?|commentary|narrative)\b/, ['comment']],
  [
    /^(?:priority|risk|initial risk|current risk|source|origin|committee|year|report|report title|review|type|date added|external support|directorate|department|service(?: area)?)\b/,
    ['other'],
  ],
]

/** What a heading may mean, the likeliest first; none where no family knows it. */
export function fieldsOfHeading(heading: string): Field[] {
  const words = heading
    .toLowerCase()
    .replaceAll(/\((?:please|include|insert|if )[^()]*\)/g, ' ')
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .replace(/[:*?.\s]+$/, '')
    .replaceAll(/[¹²³]|\(s\)|\/s\b/g, (sign) => (/s/.test(sign) ? 's' : ''))
    .trim()
  if (words === '' || words.length > 160) return []
  const known = KNOWN.get(words)
  if (known) return known
  const found = fieldsIn(words)
  if (KNOWN.size > 2000) KNOWN.clear()
  KNOWN.set(words, found)
  return found
}

/** The same words are asked about again and again: in every row, and by every reader. */
const KNOWN = new Map<string, Field[]>()

function fieldsIn(words: string): Field[] {
  // "Recommendation No", "Recommendation status": the last words tell; "Recommendation" alone is the thing itself.
  for (const [family, fields] of FAMILIES) if (family.test(words)) return fields
  return fieldsOfBroken(words)
}

/** A heading that a narrow column broke: `Timescal e`. */
function fieldsOfBroken(words: string): Field[] {
  if (words.length > 30) return []
  const joined = [...words.matchAll(/ (?=[a-z]{1,4}\b)/g)].map(({ index }) => words.slice(0, index) + words.slice(index + 1))
  for (const one of joined) for (const [family, fields] of FAMILIES) if (family.test(one)) return fields
  return []
}

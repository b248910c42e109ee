/** Which row of the table decides a complaint that came to one body or to several, and what each of them does with it. */
import { z } from 'zod';
import { article } from '../citations.ts';
import { classify, type Outcome, type Screening } from '../classification.ts';
import { asked, type Question } from './question.ts';
import { type Answered, refused } from './refusal.ts';

const body = z.enum(['BASE_OFFICE', 'PROVINCIAL_BHXH', 'VSS', 'PROVINCIAL_PEOPLES_COMMITTEE', 'PROVINCIAL_LABOUR_AUTHORITY']);
const ground = z.enum(['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9']);

const fields = {
  petition: z.strictObject({
    content: z.literal('COMPLAINT'),
    many: z.boolean(),
    signed: z.boolean(),
    fingerprint: z.boolean(),
    otherwiseComplete: z.boolean().describe('Everything else of LKN Đ.8.2 is there, and the sender is known.'),
    otherRefusalGround: ground.nullable().describe('Found by the screener, apart from the signature.'),
  }),
  receivers: z.array(body).min(1),
  competentReceiver: body.nullable().describe('Null: competence is not asserted.'),
};
type Input = z.infer<z.ZodObject<typeof fields>>;

type OutcomeCode =
  | ('INELIGIBLE_FILE' | 'PROPOSE_ACCEPTANCE' | 'GUIDE_SUPPLEMENT' | 'GUIDE_ONCE' | 'FORWARD' | 'NOT_ACCEPTED' | 'RETURN')
  | ('SPLIT_GUIDE' | 'REPORT_TO_HEAD' | 'DEMAND_RESOLUTION' | 'REFUSE_RECEPTION' | 'RETURN_ORIGINALS');

interface Placed {
  readonly row: string;
  readonly outcome: OutcomeCode;
}
export interface ClassificationAnswer {
  readonly byReceiver: Readonly<Record<string, Placed>>;
  readonly refusalGround: string | null;
  readonly treatAsDenunciation: boolean;
  readonly openPoint: 'O-1' | 'O-2' | null;
}

const codes: Readonly<Record<Outcome, OutcomeCode>> = {
  file: 'INELIGIBLE_FILE',
  'propose-acceptance': 'PROPOSE_ACCEPTANCE',
  'guide-supplement': 'GUIDE_SUPPLEMENT',
  guide: 'GUIDE_ONCE',
  forward: 'FORWARD',
  'not-accept': 'NOT_ACCEPTED',
  return: 'RETURN',
  'guide-split': 'SPLIT_GUIDE',
  'report-to-head': 'REPORT_TO_HEAD',
  demand: 'DEMAND_RESOLUTION',
  'refuse-reception': 'REFUSE_RECEPTION',
  'return-originals': 'RETURN_ORIGINALS',
};

/** Grounds that a screening names by the fact behind them, where it has one. */
const behind: Readonly<Record<z.infer<typeof ground>, Screening | object>> = {
  N1: { ground: 'N1' },
  N2: { ground: 'N2' },
  N3: { ground: 'N3' },
  N4: { ground: 'N4' },
  N5: { unsigned: true },
  N6: { outOfTime: true },
  N7: { secondDecision: true },
  N8: { ground: 'N8' },
  N9: { court: 'accepted' },
};

const unsigned = ({ petition }: Input): boolean => !petition.signed && !petition.fingerprint;
const sentToCompetent = ({ receivers, competentReceiver }: Input): boolean =>
  competentReceiver !== null && new Set(receivers).size > 1 && receivers.includes(competentReceiver);

/** The petition as one of its receivers sees it. Of one that is neither signed nor complete, nobody is sure who sent it. */
function seenBy(receiver: string, input: Input): Screening {
  const { petition, competentReceiver } = input;
  const { many, otherwiseComplete, otherRefusalGround } = petition;
  return {
    content: 'complaint',
    ...(unsigned(input) ? { unsigned: true, ...(otherwiseComplete ? {} : { senderUnknown: true }) } : {}),
    ...(!unsigned(input) && !otherwiseComplete ? { missing: ['content'] } : {}),
    ...(competentReceiver === null ? {} : { competent: receiver === competentReceiver ? 'this-body' : 'elsewhere' }),
    ...(sentToCompetent(input) ? { sentToCompetentToo: true } : {}),
    ...(many ? { many: true } : {}),
    ...(otherRefusalGround === null ? {} : behind[otherRefusalGround]),
  };
}

export const classification: Question<ClassificationAnswer> = asked(fields, (input): Answered<ClassificationAnswer> => {
  if (input.petition.otherRefusalGround === 'N5' && !unsigned(input))
    return refused(
      'FACTS_CONTRADICT',
      'N5 is the missing signature, and the petition is said to be signed.',
      'N5 là thiếu chữ ký, trong khi đơn được ghi là đã ký hoặc điểm chỉ.',
      article('LKN Đ.11.5', input.lawDay),
    );
  const byReceiver: Record<string, Placed> = {};
  for (const receiver of input.receivers) {
    const { lawful, missing } = classify(seenBy(receiver, input), input.lawDay);
    const [decided] = lawful;
    if (!decided) return refused(missing?.unsettled ? 'UNSETTLED_LAW' : 'FACTS_MISSING', missing?.en ?? '', missing?.vi ?? '');
    if (decided.row === null)
      return refused(
        'UNSETTLED_LAW',
        `${decided.ground} is met, for which the table of petitions has no row: the head does not accept, with that ground.`,
        `Thuộc trường hợp ${decided.ground} nhưng bảng phân loại đơn không có mục tương ứng: người có thẩm quyền không thụ lý theo căn cứ đó.`,
        decided.because,
      );
    byReceiver[receiver] = { row: decided.row, outcome: codes[decided.outcome] };
  }
  return {
    answer: {
      byReceiver,
      refusalGround: groundOf(input),
      treatAsDenunciation: false,
      openPoint: unsigned(input) ? 'O-1' : sentToCompetent(input) ? 'O-2' : null,
    },
  };
});

/** One that cannot be mended stands before the missing signature, which can. */
function groundOf(input: Input): string | null {
  const { otherRefusalGround } = input.petition;
  if (otherRefusalGround !== null && otherRefusalGround !== 'N3' && otherRefusalGround !== 'N4') return otherRefusalGround;
  return unsigned(input) ? 'N5' : otherRefusalGround;
}

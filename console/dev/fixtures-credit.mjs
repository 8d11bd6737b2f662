/** Invented answers of objections to credit records and of their repair. */
const at = (minutes) => new Date(Date.UTC(2026, 10, 21, 6, 5) - minutes * 60_000).toISOString();
const record = 'c3609-abcdefghij234560klmn';
const objections = [
  { id: 'o-2', record, resource: 'market_regulation.penalty', column: 'fine', seen: '5000.00', wanted: '500.00', reason: '当事人称金额多写了一个零', raisedBy: 'town-officer', raisedAt: at(90), state: 'RECEIVED', answer: '', closedAt: null, receipt: null },
  { id: 'o-1', record, resource: 'market_regulation.penalty', column: 'status', seen: '有效', wanted: '已撤销', reason: '当事人称处罚对象有误', raisedBy: 'steward', raisedAt: at(9000), state: 'UPHELD', answer: '经复核，处罚对象无误', closedAt: at(8000), receipt: null },
];
const repairs = [{ id: 'r-1', record, resource: 'market_regulation.penalty', severity: 'GENERAL', rule: '2026-04-01', shortest: '2026-08-20', commitment: '已下架并销毁，承诺守法经营', proofs: ['缴款凭证', '整改报告'], askedBy: 'town-officer', askedAt: at(60), state: 'APPLIED', decidedBy: null, decidedAt: null, reason: '', answer: '', closedAt: null, receipt: null }];
export const file = { record, standing: { kind: 'PENALTY', severity: 'GENERAL', shortest: '2026-08-20', longest: '2027-05-20', done: true, repair: 'BY_DECISION', rule: '2026-04-01', law: { zh: '行政处罚法', en: 'Administrative penalty law' } }, items: [{ column: 'fine', title: { zh: '金额（元）', en: 'Amount, yuan' } }, { column: 'status', title: { zh: '状态', en: 'Status' } }], obstacle: { code: 'credit.repair-open', zh: '该记录已有修复申请在办', en: 'An application for repair is open', detail: '' }, mayDecide: true, objections, repairs };
export const openFiles = { objections: objections.slice(0, 1), repairs };

package org.citybrain.platform.credit;

import org.citybrain.platform.problem.ProblemCode;
import org.citybrain.platform.problem.ProblemText;

/** Refusals of this room. */
public enum CreditProblem implements ProblemCode {
    WORDS_MISSING("credit.words-missing", 422, "缺少理由", "The reason is missing", "请写明理由。", "Say why."),
    COLUMN_UNKNOWN(
            "credit.column-unknown",
            422,
            "该记录没有这个数据项",
            "The record has no such item",
            "请选择来源记录中的数据项，或对整条记录提出异议。",
            "Choose an item of the source's record, or object to the record as a whole."),
    WANTED_MISSING(
            "credit.wanted-missing",
            422,
            "缺少正确的内容",
            "What would be right is missing",
            "请填写与现值不同的正确内容。",
            "Say what would be right, other than what is there."),
    OBJECTION_OPEN(
            "credit.objection-open",
            409,
            "该记录已在异议处理中",
            "An objection to this record is open",
            "请等待认定部门答复。",
            "Wait for the department's answer."),
    CLOSED(
            "credit.closed",
            409,
            "该事项已办结",
            "This is closed already",
            "请刷新页面查看结果。",
            "Load the page again to see the outcome."),
    RECORD_OVER(
            "credit.record-over",
            409,
            "该记录已停止公示",
            "The record is no longer published",
            "已修复、移出或公示期满的记录不再受理。",
            "Nothing is left to do for a record that is repaired, removed or past its days."),
    NOTHING_TO_REPAIR(
            "credit.nothing-to-repair",
            422,
            "该记录不适用信用修复",
            "There is nothing to repair",
            "守信名单和检查结果不需要修复；来源没有修复状态的处罚请到认定部门办理。",
            "Lists of the trustworthy and inspections need none; where the source keeps no state, go to the department itself."),
    CLASS_UNKNOWN(
            "credit.class-unknown",
            422,
            "失信程度或认定日期不明，无法判断能否修复",
            "Severity or day is not known, so that the periods cannot be told",
            "请先对失信程度或日期提出异议，由认定部门补正。",
            "Object to severity or day first, so that the department completes them."),
    TOO_EARLY(
            "credit.too-early",
            422,
            "最短公示期未满",
            "The shortest period of publicity is not over",
            "请在所示日期及以后申请。",
            "Apply on the day shown, or later."),
    DUTIES_OPEN(
            "credit.duties-open",
            422,
            "法定义务尚未履行完毕",
            "Duties are not done yet",
            "请先履行义务，待认定部门登记后再申请。",
            "Do what is owed; apply when the department has recorded it."),
    DISPUTED(
            "credit.disputed",
            409,
            "该记录在异议处理中，暂不受理修复",
            "An objection is open; repair waits for its end",
            "请等待异议办结。",
            "Wait for the end of the objection."),
    REPAIR_OPEN(
            "credit.repair-open",
            409,
            "该记录已有修复申请在办",
            "An application for repair is open",
            "请等待认定部门决定。",
            "Wait for the department's decision."),
    COMMITMENT_MISSING(
            "credit.commitment-missing",
            422,
            "缺少信用承诺或证明材料",
            "Commitment or proofs are missing",
            "请填写信用承诺，并至少列出一份履行义务的证明。",
            "Give the commitment and at least one proof that the duties are done."),
    OTHER_DEPARTMENT(
            "credit.other-department",
            403,
            "只有认定部门可以决定",
            "Only the department that found it decides",
            "请由认定部门的经办人办理。",
            "Ask an officer of that department.");

    private final ProblemText text;

    CreditProblem(String slug, int status, String titleZh, String titleEn, String adviceZh, String adviceEn) {
        this.text = ProblemText.of(slug, status, titleZh, titleEn, adviceZh, adviceEn);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}

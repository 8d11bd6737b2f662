package org.citybrain.platform.registry;

import org.citybrain.platform.problem.ProblemCode;
import org.citybrain.platform.problem.ProblemText;

/** Refusals of this room. */
public enum RegistryProblem implements ProblemCode {
    REASON_MISSING(
            "registry.reason-missing",
            422,
            "缺少查询事由或法律依据",
            "Purpose or legal basis is missing",
            "请填写查询事由和法律依据后重试。",
            "State the purpose and the legal basis, then try again."),
    NOTHING_THEN(
            "registry.nothing-then",
            404,
            "当时尚无记录",
            "Nothing is known of that day",
            "请选择更晚的时间；记录自首次装载起留存历史。",
            "Choose a later moment; records have a past from their first load on."),
    RULING_REASON_MISSING(
            "registry.ruling-reason-missing",
            422,
            "缺少理由",
            "The reason is missing",
            "请填写理由后重试。",
            "State the reason, then try again."),
    VALUE_MISSING(
            "registry.value-missing",
            422,
            "缺少正确的值",
            "The right value is missing",
            "请填写应改成的值后重试。",
            "Enter what the field should say, then try again."),
    VALUE_WRONG(
            "registry.value-wrong",
            422,
            "校核的值不合该项的规则",
            "The right value does not fit its field",
            "请按提示改正后重发。",
            "Correct it as told and send it again."),
    CORRECTION_OPEN(
            "registry.correction-open",
            409,
            "同样的校核正在办理",
            "The same correction is still open",
            "请等待来源部门答复。",
            "Wait for the department's answer."),
    RULING_UNDONE(
            "registry.ruling-undone",
            409,
            "裁定已经撤销",
            "The ruling no longer stands",
            "请刷新后查看变更历史。",
            "Reload and look at the history."),
    ID_NUMBER_WRONG(
            "registry.id-number-wrong",
            422,
            "公民身份号码有误",
            "The identity number is wrong",
            "请核对位数、出生日期和校验码。",
            "Check its length, birth date and check digit."),
    CREDIT_CODE_WRONG(
            "registry.credit-code-wrong",
            422,
            "统一社会信用代码有误",
            "The credit code is wrong",
            "请核对 18 位代码和校验码，或输入 15 位原注册号。",
            "Check its 18 signs and the check sign, or enter the old registration number of 15 digits."),
    NOTHING_ASKED(
            "registry.nothing-asked",
            422,
            "没有查询条件",
            "Nothing to search for",
            "请输入完整的身份号码或姓名。",
            "Enter a whole identity number or a whole name."),
    OUTSIDE_REGION(
            "registry.outside-region",
            403,
            "不在您的辖区",
            "Outside your region",
            "请联系该辖区的工作人员。",
            "Ask a colleague who serves that region."),
    UNMASK_REFUSED(
            "registry.unmask-refused",
            403,
            "无权查看未脱敏信息",
            "You may not see unmasked values",
            "数据治理专员和县级审批人可以查看，请向其申请。",
            "Stewards and county officers may; ask one of them.");

    private final ProblemText text;

    RegistryProblem(String slug, int status, String titleZh, String titleEn, String adviceZh, String adviceEn) {
        this.text = ProblemText.of(slug, status, titleZh, titleEn, adviceZh, adviceEn);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}

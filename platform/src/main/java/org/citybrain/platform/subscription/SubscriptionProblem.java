package org.citybrain.platform.subscription;

import org.citybrain.platform.problem.ProblemCode;
import org.citybrain.platform.problem.ProblemText;

/** Refusals of room subscription. */
public enum SubscriptionProblem implements ProblemCode {
    UNKNOWN("subscription.unknown", 404, "没有这个订阅", "No such subscription", "请核对订阅编号。", "Check its number."),
    UNKNOWN_RUN("subscription.unknown-run", 404, "没有这次交换运行", "No such exchange run", "请核对编号。", "Check its number."),
    UNKNOWN_CONSUMER(
            "subscription.unknown-consumer",
            400,
            "目录中没有这个接收部门",
            "The receiving department is not in the catalogue",
            "请先登记该部门，并为它配置接收库。",
            "Register the department first and give it a receiving database."),
    NOT_YOURS(
            "subscription.not-yours",
            403,
            "只能为本部门申请、审批或调整订阅",
            "A subscription is asked for, decided and steered for one's own department only",
            "请由接收部门自己的账号申请；数据局要统一安排多个部门时，请发起交换运行。",
            "Let an account of the receiving department ask; the city's data office arranges for several by an exchange run."),
    NOT_SHARED(
            "subscription.not-shared",
            403,
            "该资源不予共享",
            "The resource is not shared",
            "请与数源部门协商，或另寻可共享的资源。",
            "Speak with the providing department, or look for one that is shared."),
    NO_KEY(
            "subscription.no-key",
            400,
            "资源没有主键，或主键不在字段清单中",
            "The resource has no key, or its key is not among the fields",
            "按键交付需要主键；请把主键字段列入清单。",
            "Rows are delivered by key: put the key's fields on the list."),
    NO_BASIS(
            "subscription.no-basis",
            400,
            "没有写明用途和法律依据",
            "Purpose and legal basis are missing",
            "请在申请中写明。",
            "State both."),
    BAD_FIELDS(
            "subscription.bad-fields",
            400,
            "字段清单有误",
            "The field list is wrong",
            "请按目录中的信息项填写。",
            "Use the catalogue's fields."),
    BAD_TABLE(
            "subscription.bad-table",
            400,
            "接收表名有误",
            "The name of the receiving table is wrong",
            "请以小写字母开头，只用 a-z、0-9 和 _，最多 63 个字符。",
            "Begin with a lower-case letter and use a-z, 0-9 and _ only, at most 63 characters."),
    RESERVED_TABLE(
            "subscription.reserved-table",
            400,
            "接收表名由网关自用",
            "The name of the receiving table is kept for the gateway's own use",
            "applied、subscription 和以 _pkey 结尾的名称不能用；请换一个接收表名。",
            "applied, subscription and names ending in _pkey cannot be used: choose another table name."),
    OWN_RESOURCE(
            "subscription.own-resource",
            400,
            "该资源就是本部门提供的",
            "The resource is the department's own",
            "本部门的数据已在自己的库中，请订阅其他部门的资源。",
            "Its rows lie in its own database: subscribe to another department's resource."),
    BAD_FILTER(
            "subscription.bad-filter",
            400,
            "行条件有误",
            "The row filter is wrong",
            "例：kind = '低保' and amount >= 100；只能用字段清单中的字段。",
            "For example kind = 'x' and amount >= 100; only fields of the list may be used."),
    DOUBLE(
            "subscription.double",
            409,
            "该部门已有同名接收表的订阅",
            "The department already receives a table of that name",
            "请换一个接收表名，或先终止原订阅。",
            "Choose another table name, or end the other subscription first."),
    WRONG_STATE(
            "subscription.wrong-state",
            409,
            "现在不能这样做",
            "Not possible in its present state",
            "请刷新后再试。",
            "Reload and try again.");

    private final ProblemText text;

    SubscriptionProblem(String slug, int status, String titleZh, String titleEn, String adviceZh, String adviceEn) {
        this.text = ProblemText.of(slug, status, titleZh, titleEn, adviceZh, adviceEn);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}

package org.citybrain.platform.audit;

/** The closed list of events. The weight says whether an entry is written for each. */
public enum AuditEvent {
    SIGNED_IN("signed-in", Weight.CHANGE, "登录", "Signed in"),
    SIGN_IN_REFUSED("sign-in-refused", Weight.CHANGE, "登录失败", "Sign-in refused"),
    SIGN_IN_LOCKED("sign-in-locked", Weight.CHANGE, "登录锁定", "Sign-in locked"),
    SIGN_IN_UNLOCKED("sign-in-unlocked", Weight.CHANGE, "解除登录锁定", "Sign-in unlocked"),
    SIGNED_OUT("signed-out", Weight.CHANGE, "退出", "Signed out"),
    ACCESS_REFUSED("access-refused", Weight.CHANGE, "越权访问被拒", "Access refused"),
    ACCOUNT_OPENED("account-opened", Weight.CHANGE, "开设账号", "Account opened"),
    ACCOUNT_CLOSED("account-closed", Weight.CHANGE, "停用账号", "Account closed"),
    ROLES_GRANTED("roles-granted", Weight.CHANGE, "授予角色", "Roles granted"),
    ACCOUNTS_READ("accounts-read", Weight.LOOK, "查看账号", "Accounts read"),
    ACCOUNT_NAMES_READ("account-names-read", Weight.GLANCE, "查看人员姓名", "Names of accounts read"),
    AUDIT_READ("audit-read", Weight.LOOK, "查看审计", "Audit read"),
    AUDIT_VERIFIED("audit-verified", Weight.LOOK, "核验审计链", "Audit chain verified"),
    OWN_PAGE_READ("own-page-read", Weight.GLANCE, "查看本人信息", "Own page read"),

    CLOCK_READ("clock-read", Weight.GLANCE, "查看城市时钟", "Clock read"),
    CLOCK_SET("clock-set", Weight.CHANGE, "调整城市时钟", "Clock set"),
    EVENTS_FOLLOWED("events-followed", Weight.GLANCE, "订阅更新", "Events followed"),

    CATALOGUE_READ("catalogue-read", Weight.GLANCE, "查看目录", "Catalogue read"),
    DEPARTMENT_REGISTERED("department-registered", Weight.CHANGE, "登记部门", "Department registered"),
    RESOURCE_REGISTERED("resource-registered", Weight.CHANGE, "登记数据资源", "Resource registered"),
    SCHEMA_OBSERVED("schema-observed", Weight.CHANGE, "发现新结构", "Schema observed"),
    VERSION_ACCEPTED("version-accepted", Weight.CHANGE, "接受新版本", "Version accepted"),
    SAMPLE_READ("sample-read", Weight.LOOK, "查看样例数据", "Sample rows read"),
    NEED_REQUESTED("need-requested", Weight.CHANGE, "申请共享", "Sharing requested"),
    NEED_GRANTED("need-granted", Weight.CHANGE, "批准共享", "Sharing granted"),
    NEED_REFUSED("need-refused", Weight.CHANGE, "拒绝共享", "Sharing refused"),
    NEED_WITHDRAWN("need-withdrawn", Weight.CHANGE, "收回共享", "Sharing withdrawn"),

    EXCHANGE_READ("exchange-read", Weight.GLANCE, "查看交换", "Exchange read"),
    NODE_KEY_REGISTERED("node-key-registered", Weight.CHANGE, "登记节点公钥", "Node key registered"),
    PROOF_WRITTEN("proof-written", Weight.LOOK, "出具存证", "Proof written"),
    FINDING_CHANGED("finding-changed", Weight.CHANGE, "处理问题数据", "Finding changed"),
    DELIVERY_ORDERED("delivery-ordered", Weight.CHANGE, "下发回写", "Delivery ordered"),
    DELIVERY_RECEIVED("delivery-received", Weight.CHANGE, "收到回写回执", "Delivery receipt received"),
    SUBSCRIPTION_READ("subscription-read", Weight.GLANCE, "查看订阅", "Subscriptions read"),
    SUBSCRIPTION_REQUESTED("subscription-requested", Weight.CHANGE, "申请订阅", "Subscription requested"),
    SUBSCRIPTION_DECIDED("subscription-decided", Weight.CHANGE, "审批订阅", "Subscription decided"),
    SUBSCRIPTION_CHANGED("subscription-changed", Weight.CHANGE, "调整订阅", "Subscription changed"),
    SUBSCRIPTION_HELD("subscription-held", Weight.CHANGE, "订阅被挂起", "Subscription held"),
    EXCHANGE_RUN_STARTED("exchange-run-started", Weight.CHANGE, "发起交换运行", "Exchange run started"),
    SOURCE_READ("source-read", Weight.LOOK, "查看数字来源", "Source of a figure read"),

    PERSON_SEARCHED("person-searched", Weight.LOOK, "查询人员", "Persons searched"),
    PERSON_READ("person-read", Weight.LOOK, "查看人员", "Person read"),
    PERSON_UNMASKED("person-unmasked", Weight.LOOK, "查看未脱敏信息", "Person unmasked"),
    LEDGER_READ("ledger-read", Weight.LOOK, "查看查询台账", "Ledger of reads read"),
    HOUSEHOLD_READ("household-read", Weight.LOOK, "查看家庭", "Household read"),
    CORRECTION_ASKED("correction-asked", Weight.CHANGE, "发起校核", "Correction sent to its source"),
    CORRECTIONS_READ("corrections-read", Weight.LOOK, "查看校核", "Corrections read"),
    DOUBTS_LISTED("doubts-listed", Weight.LOOK, "查看疑似对", "Doubtful pairs listed"),
    DOUBT_READ("doubt-read", Weight.LOOK, "查看疑似对详情", "Doubtful pair read"),
    ENTITIES_RULED("entities-ruled", Weight.CHANGE, "裁定归并", "Entities ruled on"),
    RULING_UNDONE("ruling-undone", Weight.CHANGE, "撤销裁定", "Ruling undone"),
    HISTORY_READ("history-read", Weight.LOOK, "查看归并历史", "Merges and splits read"),
    QUALITY_READ("quality-read", Weight.GLANCE, "查看数据质量", "Quality of sources read"),
    FIRMS_SEARCHED("firms-searched", Weight.LOOK, "查询法人", "Legal entities searched"),
    FIRM_READ("firm-read", Weight.LOOK, "查看法人", "Legal entity read"),
    PAPERS_LISTED("papers-listed", Weight.LOOK, "查询证照与信用记录", "Licences and credit records listed"),
    PAPER_READ("paper-read", Weight.LOOK, "查看证照或信用记录", "Licence or credit record read"),
    PLACE_READ("place-read", Weight.LOOK, "查看地点", "Place read"),
    SET_READ("set-read", Weight.CHANGE, "批量使用数据", "Set of persons read"),
    INDICATOR_READ("indicator-read", Weight.GLANCE, "查看指标", "Indicator read"),

    SCENE_READ("scene-read", Weight.GLANCE, "查看场景", "Scene read"),
    SCENE_DEPLOYED("scene-deployed", Weight.CHANGE, "部署场景", "Scene deployed"),
    SCENE_STOPPED("scene-stopped", Weight.CHANGE, "停用场景", "Scene stopped"),
    PARAMETER_READ("parameter-read", Weight.GLANCE, "查看参数", "Parameters read"),
    PARAMETER_CHANGED("parameter-changed", Weight.CHANGE, "调整参数", "Parameter changed"),
    DECISION_MADE("decision-made", Weight.CHANGE, "作出判定", "Decision made"),
    DECISION_WITHDRAWN("decision-withdrawn", Weight.CHANGE, "撤回判定", "Decision withdrawn"),
    DECISION_READ("decision-read", Weight.LOOK, "查看判定", "Decision read"),
    DECISION_REPLAYED("decision-replayed", Weight.LOOK, "重放判定", "Decision replayed"),
    ALERT_RAISED("alert-raised", Weight.CHANGE, "发出预警", "Alert raised"),
    ALERT_WITHDRAWN("alert-withdrawn", Weight.CHANGE, "撤回预警", "Alert withdrawn"),
    ALERTS_READ("alerts-read", Weight.GLANCE, "查看预警", "Alerts read"),
    CASE_OPENED("case-opened", Weight.CHANGE, "立案", "Case opened"),
    CASE_CLOSED("case-closed", Weight.CHANGE, "结案", "Case closed"),
    CASE_READ("case-read", Weight.LOOK, "查看事项", "Case read"),
    CASES_LISTED("cases-listed", Weight.GLANCE, "查看事项列表", "Cases listed"),
    TODO_READ("todo-read", Weight.GLANCE, "查看待办", "To-dos read"),
    TASK_COMPLETED("task-completed", Weight.CHANGE, "办结任务", "Task completed"),
    VISITS_READ("visits-read", Weight.LOOK, "查看入户任务", "Visits read"),
    VISITS_SYNCED("visits-synced", Weight.CHANGE, "同步入户结果", "Visits synced"),
    WALL_READ("wall-read", Weight.GLANCE, "查看大屏", "Wall read"),
    REGIONS_READ("regions-read", Weight.GLANCE, "查看行政区划", "Regions read"),
    CREDIT_OBJECTED("credit-objected", Weight.CHANGE, "提出信用异议", "Objection to a credit record"),
    CREDIT_OBJECTION_ENDED("credit-objection-ended", Weight.CHANGE, "信用异议办结", "Objection ended"),
    CREDIT_REPAIR_ASKED("credit-repair-asked", Weight.CHANGE, "申请信用修复", "Credit repair asked"),
    CREDIT_REPAIR_DECIDED("credit-repair-decided", Weight.CHANGE, "决定信用修复", "Credit repair decided"),
    CREDIT_REPAIR_ENDED("credit-repair-ended", Weight.CHANGE, "信用修复办结", "Credit repair ended"),
    CREDIT_FILES_READ("credit-files-read", Weight.LOOK, "查看异议与修复", "Objections and repairs read"),
    LICENCE_ISSUED("licence-issued", Weight.CHANGE, "签发电子证照", "E-licence issued"),
    LICENCE_TAKEN("licence-taken", Weight.LOOK, "取出电子证照文件", "E-licence taken"),
    LICENCE_CHECKED("licence-checked", Weight.GLANCE, "核验电子证照", "E-licence checked"),
    LICENCE_REVOKED("licence-revoked", Weight.CHANGE, "注销电子证照", "E-licence revoked"),
    HOMES_READ("homes-read", Weight.CHANGE, "查看房屋位置", "Homes read");

    /** How much an event weighs. */
    public enum Weight {
        /** A page of no single person, polled often: the request log keeps it, the chain does not. */
        GLANCE,
        /** A read that must be answered for: the endpoint's entry is written before the answer is sent. */
        LOOK,
        /** A change: the room writes its entry in the change's own transaction. */
        CHANGE
    }

    private final String slug;
    private final Weight weight;
    private final String zh;
    private final String en;

    AuditEvent(String slug, Weight weight, String zh, String en) {
        this.slug = slug;
        this.weight = weight;
        this.zh = zh;
        this.en = en;
    }

    /** Stable name in the chain. */
    public String slug() {
        return slug;
    }

    /** Whether and by whom an entry is written. */
    public Weight weight() {
        return weight;
    }

    /** Chinese name. */
    public String zh() {
        return zh;
    }

    /** English name. */
    public String en() {
        return en;
    }
}

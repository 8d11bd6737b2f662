package org.citybrain.sceneformat;

import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;

/** The closed list of what can be wrong with a scene folder; an ERROR refuses the folder, a WARNING is only shown. Numbers are never given to another rule. */
public enum SceneRuleCode {
    UNKNOWN_FILE(
            "SC-001",
            Severity.ERROR,
            new Bilingual("文件“{0}”不属于场景文件夹", "The file \"{0}\" does not belong in a scene folder"),
            new Bilingual(
                    "移走它，或放入 needs、streams、rules、parameters、processes、forms、alerts、deliveries、indicators、panels、i18n、samples、tests 之一并使用规定的后缀",
                    "Move it away, or into one of the known folders with the ending that folder takes")),
    UNREADABLE_FILE(
            "SC-002",
            Severity.ERROR,
            new Bilingual("文件无法读取：{0}", "The file cannot be read: {0}"),
            new Bilingual("改为 UTF-8 编码并修正所示位置的语法", "Save it as UTF-8 and mend the syntax at the place named")),
    UNKNOWN_KEY(
            "SC-003",
            Severity.ERROR,
            new Bilingual("不认识的键“{0}”", "Unknown key \"{0}\""),
            new Bilingual("删除，或改成下列之一：{1}", "Remove it, or use one of: {1}")),
    MISSING_KEY(
            "SC-004",
            Severity.ERROR,
            new Bilingual("缺少“{0}”", "\"{0}\" is missing"),
            new Bilingual("补上“{0}”", "Add \"{0}\"")),
    WRONG_KIND(
            "SC-005",
            Severity.ERROR,
            new Bilingual("“{0}”的值不对：{1}", "The value of \"{0}\" is wrong: {1}"),
            new Bilingual("应为{2}", "Expected: {2}")),
    UNKNOWN_FORMAT(
            "SC-006",
            Severity.ERROR,
            new Bilingual("不支持的格式版本“{0}”", "Format version \"{0}\" is not supported"),
            new Bilingual("写 format: {1}", "Write format: {1}")),
    BAD_ID(
            "SC-007",
            Severity.ERROR,
            new Bilingual("标识“{0}”不合规或与文件名不一致", "The id \"{0}\" is malformed or differs from the file name"),
            new Bilingual(
                    "用小写字母、数字和连字符，并与文件名相同", "Use lower-case letters, digits and hyphens, the same as the file name")),
    MISSING_TRANSLATION(
            "SC-008",
            Severity.ERROR,
            new Bilingual("“{0}”缺少中文或英文", "\"{0}\" lacks its Chinese or its English text"),
            new Bilingual("补全 zh 与 en", "Give both zh and en")),
    MISSING_PART(
            "SC-009",
            Severity.ERROR,
            new Bilingual("文件夹缺少 {0}", "The folder lacks {0}"),
            new Bilingual("补上 {0}", "Add {0}")),
    TOO_LARGE(
            "SC-010",
            Severity.ERROR,
            new Bilingual("文件有 {0} 字节，超过上限 {1}", "The file has {0} bytes, more than the limit of {1}"),
            new Bilingual("场景文件夹只放声明，数据请放到数源部门", "A scene folder holds declarations; data belongs to its department")),
    UNTESTED_RULE(
            "SC-011",
            Severity.ERROR,
            new Bilingual("规则“{0}”没有测试", "The rule \"{0}\" has no test"),
            new Bilingual("在 tests/ 中加入至少一个以句子命名的例子", "Add at least one case with a sentence for a name under tests/")),
    UNKNOWN_RESOURCE(
            "SC-012",
            Severity.ERROR,
            new Bilingual("目录中没有资源“{0}”", "The catalogue has no resource \"{0}\""),
            new Bilingual("核对资源编号，或先登记该资源", "Check the resource id, or register the resource first")),
    UNKNOWN_FIELD(
            "SC-013",
            Severity.ERROR,
            new Bilingual("资源“{0}”没有字段“{1}”", "The resource \"{0}\" has no field \"{1}\""),
            new Bilingual("核对字段名与目录中的现行版本", "Check the name against the version in force in the catalogue")),
    UNGRANTED_RESOURCE(
            "SC-014",
            Severity.ERROR,
            new Bilingual("使用了未在 needs/ 中申请的资源“{0}”", "The resource \"{0}\" is used but no file in needs/ asks for it"),
            new Bilingual("在 needs/ 中说明用途和依据后申请", "Ask for it in needs/ with purpose and legal basis")),
    UNGRANTED_FIELD(
            "SC-015",
            Severity.ERROR,
            new Bilingual("使用了未申请的字段“{0}.{1}”", "The field \"{0}.{1}\" is used but not asked for"),
            new Bilingual(
                    "把该字段加入 needs/ 的 fields（按它查找时还要加入 lookup）",
                    "Add the field to fields of its need (and to lookup when rows are found by it)")),
    BAD_STREAM(
            "SC-016",
            Severity.ERROR,
            new Bilingual("流 SQL 不合规：{0}", "The stream's SQL is not allowed: {0}"),
            new Bilingual(
                    "每个文件只写一条 INSERT INTO candidates SELECT",
                    "Write exactly one INSERT INTO candidates SELECT per file")),
    CLOCK_IN_STREAM(
            "SC-017",
            Severity.ERROR,
            new Bilingual("流 SQL 使用了时钟函数 {0}", "The stream's SQL uses the clock function {0}"),
            new Bilingual("城市时间由平台统一提供，流里不取当前时间", "City time comes from the platform; a stream takes no current time")),
    BAD_DMN(
            "SC-018",
            Severity.ERROR,
            new Bilingual("DMN 无法使用：{0}", "The DMN cannot be used: {0}"),
            new Bilingual("用 DMN 编辑器打开并修正", "Open it in a DMN editor and mend it")),
    DMN_CONTRACT(
            "SC-019",
            Severity.ERROR,
            new Bilingual("DMN 与输入声明不符：{0}", "The DMN and its inputs do not agree: {0}"),
            new Bilingual(
                    "DMN 须有 outcome、lines、sentence 三个决策，输入名与 inputs.yaml 一致",
                    "The DMN needs the decisions outcome, lines and sentence, and input names as in inputs.yaml")),
    BAD_PROCESS(
            "SC-020",
            Severity.ERROR,
            new Bilingual("BPMN 无法使用：{0}", "The BPMN cannot be used: {0}"),
            new Bilingual(
                    "流程编号与文件名相同且 isExecutable 为 true", "The process id equals the file name and isExecutable is true")),
    BAD_FORM(
            "SC-021",
            Severity.ERROR,
            new Bilingual("表单不合规：{0}", "The form is not valid: {0}"),
            new Bilingual(
                    "schema 须为平铺对象，每个字段有类型并在 ui.fields 中有中英文名称",
                    "The schema is one flat object; each field has a type, and zh and en labels in ui.fields")),
    PARAMETER_WITHOUT_BASIS(
            "SC-022",
            Severity.ERROR,
            new Bilingual("参数“{0}”自 {1} 起的值没有法律依据", "The value of \"{0}\" from {1} names no legal basis"),
            new Bilingual("写明依据的文件或条款", "Name the paper or article it stands on")),
    PARAMETER_DATES(
            "SC-023",
            Severity.ERROR,
            new Bilingual("参数“{0}”的日期 {1} 重复或未按先后排列", "The dates of \"{0}\" repeat or do not ascend at {1}"),
            new Bilingual("每个日期只写一次，按先后排列", "Give each date once, in ascending order")),
    PARAMETER_VALUE(
            "SC-024",
            Severity.ERROR,
            new Bilingual(
                    "参数“{0}”的值“{1}”不是单位“{2}”的数", "The value \"{1}\" of \"{0}\" is not a number of the unit \"{2}\""),
            new Bilingual(
                    "写十进制数，例如 2.0；文字参数的单位写 text", "Write a decimal such as 2.0; a text parameter has the unit text")),
    DANGLING_NAME(
            "SC-025",
            Severity.ERROR,
            new Bilingual("“{0}”指向不存在的{1}“{2}”", "\"{0}\" names the {1} \"{2}\", which does not exist"),
            new Bilingual("核对名称", "Check the name")),
    BAD_INPUT(
            "SC-026",
            Severity.ERROR,
            new Bilingual("输入声明不对：{0}", "The input is not declared rightly: {0}"),
            new Bilingual("见 docs/reference/inputs.md", "See docs/reference/inputs.md")),
    BAD_TEST(
            "SC-027",
            Severity.ERROR,
            new Bilingual("测试不合规：{0}", "The test is not valid: {0}"),
            new Bilingual("见 docs/reference/scene-tests.md", "See docs/reference/scene-tests.md")),
    UNTRIGGERED_INPUT(
            "SC-028",
            Severity.ERROR,
            new Bilingual(
                    "规则“{0}”读取 {1}，但没有流由它触发", "The rule \"{0}\" reads {1}, but no stream of it looks at that resource"),
            new Bilingual(
                    "让该资源也产生候选，否则更正不会重新判断",
                    "Let that resource emit candidates too, or a correction is never looked at")),
    LINK_OUTSIDE(
            "SC-029",
            Severity.ERROR,
            new Bilingual("“{0}”是指向场景文件夹之外的链接", "\"{0}\" is a link that leaves the scene folder"),
            new Bilingual("把文件本身放进文件夹", "Put the file itself into the folder")),
    UNVERIFIED_VALUE(
            "SC-101",
            Severity.WARNING,
            new Bilingual(
                    "参数“{0}”自 {1} 起的值尚未核对原文",
                    "The value of \"{0}\" from {1} has not been checked against the official text"),
            new Bilingual("核对原文后去掉 verified: false", "Check the official text, then remove verified: false"));

    private final String number;
    private final Severity severity;
    private final Bilingual message;
    private final Bilingual advice;

    SceneRuleCode(String number, Severity severity, Bilingual message, Bilingual advice) {
        this.number = number;
        this.severity = severity;
        this.message = message;
        this.advice = advice;
    }

    /** Whether the first argument is a parser's or a compiler's own sentence and not a value. */
    boolean saysASentence() {
        return switch (this) {
            case UNREADABLE_FILE, BAD_STREAM, BAD_DMN, DMN_CONTRACT, BAD_PROCESS, BAD_FORM, BAD_INPUT, BAD_TEST -> true;
            default -> false;
        };
    }

    /** Whether an argument lists what may stand there, so that it must be shown whole. */
    boolean listsChoices(int argument) {
        return this == UNKNOWN_KEY && argument == 1 || this == WRONG_KIND && argument == 2;
    }

    public String number() {
        return number;
    }

    public Severity severity() {
        return severity;
    }

    /** Template with {0}, {1}… for the arguments of a finding. */
    public Bilingual message() {
        return message;
    }

    /** What to do about it; the same placeholders. */
    public Bilingual advice() {
        return advice;
    }
}

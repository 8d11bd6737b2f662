package org.citybrain.platform.scene;

import org.citybrain.platform.problem.ProblemCode;
import org.citybrain.platform.problem.ProblemText;

/** Why an action on a scene is refused. */
public enum SceneProblem implements ProblemCode {
    UNKNOWN_SCENE(
            "scene.unknown-scene",
            404,
            "没有这个场景",
            "No such scene",
            "请核对场景目录中的文件夹名。",
            "Check the folder names under the scenes folder."),
    REFUSED_WITH_FINDINGS(
            "scene.refused-with-findings",
            422,
            "场景有问题，未部署",
            "The scene has findings and was not deployed",
            "请按编号改正后再部署。",
            "Mend the numbered findings and deploy again."),
    UNKNOWN_PARAMETER(
            "scene.unknown-parameter",
            422,
            "场景没有这个参数",
            "No such parameter",
            "请在 parameters/ 中声明后再赋值。",
            "Declare it under parameters/ first."),
    PARAMETER_IN_THE_PAST(
            "scene.parameter-in-the-past",
            422,
            "生效日期早于今天",
            "The value would hold from a past day",
            "生效日期须为今天或以后；更正过去请走纠错。",
            "Take today or a later day; past days are corrected elsewhere."),
    PARAMETER_UNREADABLE(
            "scene.parameter-unreadable",
            422,
            "参数值或日期无法识别",
            "The value or day cannot be read",
            "数值用十进制，日期用 2026-12-01 的写法，并写明依据。",
            "Write decimals, days as 2026-12-01, and the legal basis.");

    private final ProblemText text;

    SceneProblem(String slug, int status, String titleZh, String titleEn, String adviceZh, String adviceEn) {
        this.text = ProblemText.of(slug, status, titleZh, titleEn, adviceZh, adviceEn);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}

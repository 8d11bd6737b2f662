package org.citybrain.platform.catalogue;

import org.citybrain.platform.problem.ProblemCode;
import org.citybrain.platform.problem.ProblemText;

/** Refusals of room catalogue. */
public enum CatalogueProblem implements ProblemCode {
    UNKNOWN_RESOURCE(
            "catalogue.unknown-resource",
            404,
            "目录中没有这个数据资源",
            "No such data resource",
            "请核对资源编号，或先登记该资源。",
            "Check the resource id, or register the resource first."),
    UNKNOWN_FIELD(
            "catalogue.unknown-field",
            400,
            "数据资源没有这个信息项",
            "The resource has no such field",
            "请按目录中的信息项名称填写。",
            "Use the field names of the catalogue."),
    UNKNOWN_VERSION(
            "catalogue.unknown-version",
            404,
            "没有观察到这个版本",
            "No such version was observed",
            "请刷新资源页面。",
            "Reload the resource's page."),
    UNKNOWN_NEED(
            "catalogue.unknown-need",
            404,
            "没有待处理的共享申请",
            "No such request waits",
            "请刷新申请列表。",
            "Reload the list of requests."),
    BAD_REGISTRATION(
            "catalogue.bad-registration",
            400,
            "登记信息不完整或有误",
            "The registration is incomplete or wrong",
            "请按提示补正后重新登记。",
            "Correct it as told and register again."),
    NO_LEGAL_BASIS(
            "catalogue.no-legal-basis",
            400,
            "没有写明法律依据",
            "No legal basis is given",
            "请在申请中写明使用目的和法律依据。",
            "State the purpose and the legal basis.");

    private final ProblemText text;

    CatalogueProblem(String slug, int status, String titleZh, String titleEn, String adviceZh, String adviceEn) {
        this.text = ProblemText.of(slug, status, titleZh, titleEn, adviceZh, adviceEn);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}

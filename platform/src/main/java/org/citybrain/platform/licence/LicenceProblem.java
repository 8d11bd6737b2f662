package org.citybrain.platform.licence;

import org.citybrain.platform.problem.ProblemCode;
import org.citybrain.platform.problem.ProblemText;

/** Refusals of this room. */
public enum LicenceProblem implements ProblemCode {
    NOT_ISSUED_HERE(
            "licence.not-issued-here",
            422,
            "这类证照没有登记签发机关",
            "No issuer is declared for this type of paper",
            "请在 registries/licence.yaml 中为该类型登记签发机关和类型代码。",
            "Declare issuer and type code of the type in registries/licence.yaml."),
    NOT_IN_FORCE(
            "licence.not-in-force",
            409,
            "部门记录已失效，不能签发",
            "The department's record is over: nothing to issue",
            "请先由发证部门更新记录。",
            "Ask the issuing department to renew its record first."),
    ALREADY_ISSUED(
            "licence.already-issued",
            409,
            "内容相同的电子证照仍然有效",
            "An e-licence with the same content is in force",
            "可直接使用已签发的证照；确需重发请先注销。",
            "Use the one that was issued, or revoke it first."),
    ALREADY_REVOKED(
            "licence.already-revoked", 409, "该证照已注销", "It is revoked already", "无需再次注销。", "Nothing is left to do."),
    REVOCATION_REASON_MISSING(
            "licence.revocation-reason-missing",
            422,
            "缺少注销理由",
            "The reason of the revocation is missing",
            "请写明注销理由。",
            "Say why it is revoked.");

    private final ProblemText text;

    LicenceProblem(String slug, int status, String titleZh, String titleEn, String adviceZh, String adviceEn) {
        this.text = ProblemText.of(slug, status, titleZh, titleEn, adviceZh, adviceEn);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}

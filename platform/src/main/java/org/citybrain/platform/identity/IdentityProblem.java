package org.citybrain.platform.identity;

import org.citybrain.platform.problem.ProblemCode;
import org.citybrain.platform.problem.ProblemText;

/** Refusals of room identity. */
public enum IdentityProblem implements ProblemCode {
    TWO_ADMINISTRATORS(
            "identity.two-administrators",
            409,
            "一个账号不能兼任两类管理员",
            "One account cannot hold two administrator roles",
            "请为另一类管理员另开账号。",
            "Open another account for the other administrator."),
    WEAK_PASSWORD(
            "identity.weak-password", 400, "口令太短", "Password too short", "口令至少 12 个字符。", "Use at least 12 characters."),
    LOGIN_TAKEN(
            "identity.login-taken",
            409,
            "登录名已被使用",
            "The login is taken",
            "请换一个登录名；已停用的登录名不再使用。",
            "Choose another; a closed login is never used again."),
    UNKNOWN_ACCOUNT("identity.unknown-account", 404, "没有这个账号", "No such account", "请核对登录名。", "Check the login.");

    private final ProblemText text;

    IdentityProblem(String slug, int status, String titleZh, String titleEn, String adviceZh, String adviceEn) {
        this.text = ProblemText.of(slug, status, titleZh, titleEn, adviceZh, adviceEn);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}

package org.citybrain.platform.problem;

/** Refusals that every room shares. */
public enum CommonProblem implements ProblemCode {
    NOT_SIGNED_IN("not-signed-in", 401, "尚未登录", "Not signed in", "请登录后再试。", "Sign in and try again."),
    NOT_ALLOWED(
            "not-allowed",
            403,
            "没有权限",
            "Not allowed",
            "请向安全管理员申请所缺的权限。",
            "Ask the security administrator for the missing right."),
    PAGE_OUT_OF_DATE(
            "page-out-of-date", 403, "页面已过期", "The page is out of date", "请刷新页面后再试。", "Reload the page and try again."),
    NOT_FOUND("not-found", 404, "没有找到", "Not found", "请核对地址或编号。", "Check the address or number."),
    BAD_REQUEST("bad-request", 400, "请求有误", "Bad request", "请按提示改正后重发。", "Correct it as told and send it again."),
    TOO_LARGE(
            "too-large", 413, "内容过大", "Too large", "请缩小照片或分几次发送。", "Make photos smaller, or send it in several parts."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed", 405, "不支持这种操作", "Method not allowed", "请核对接口说明。", "Check the API description."),
    NOT_ACCEPTABLE(
            "not-acceptable",
            406,
            "不能以所要的格式回答",
            "No answer of the wanted kind",
            "请在 Accept 请求头中写明此地址能给出的格式。",
            "Name a kind that this address gives in the Accept header."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            415,
            "不支持这种内容格式",
            "Unsupported media type",
            "请用此地址所收的格式发送，并在 Content-Type 中写明。",
            "Send what this address takes, and name it in Content-Type."),
    CONFLICT("conflict", 409, "与现状冲突", "Conflict", "请刷新后再试。", "Reload and try again."),
    UNAVAILABLE(
            "unavailable",
            503,
            "暂时不可用",
            "Unavailable for now",
            "请稍后再试；若持续出现，请联系运维人员。",
            "Try again later; if it stays, call the operator."),
    INTERNAL("internal", 500, "系统内部差错", "Internal error", "请把参考号告诉运维人员。", "Tell the operator the reference number.");

    private final ProblemText text;

    CommonProblem(String slug, int status, String titleZh, String titleEn, String adviceZh, String adviceEn) {
        this.text = ProblemText.of(slug, status, titleZh, titleEn, adviceZh, adviceEn);
    }

    /** What an HTTP status of the framework or the web server is called here. */
    public static CommonProblem ofStatus(int status) {
        for (CommonProblem code : values()) {
            if (code.status() == status) {
                return code;
            }
        }
        return status < 500 ? BAD_REQUEST : INTERNAL;
    }

    @Override
    public ProblemText text() {
        return text;
    }
}

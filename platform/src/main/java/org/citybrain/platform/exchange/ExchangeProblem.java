package org.citybrain.platform.exchange;

import org.citybrain.platform.problem.ProblemCode;
import org.citybrain.platform.problem.ProblemText;

/** Refusals of room exchange. */
public enum ExchangeProblem implements ProblemCode {
    UNKNOWN_LANE(
            "exchange.unknown-lane",
            404,
            "没有这条通道",
            "No such lane",
            "请在数据交换页或资源目录中核对资源编号。",
            "Check the resource's id on the exchange page or in the catalogue."),
    UNKNOWN_BATCH(
            "exchange.unknown-batch",
            404,
            "没有这个批次",
            "No such batch",
            "请核对资源、通道和序号。",
            "Check resource, lane and sequence."),
    UNKNOWN_ROW(
            "exchange.unknown-row",
            404,
            "批次中没有这一行",
            "The batch has no such row",
            "请核对行号，从 0 开始。",
            "Rows count from 0."),
    BATCH_GONE(
            "exchange.batch-gone",
            410,
            "原始批次已不在消息平台中",
            "The batch is no longer kept",
            "保存期已过，请从归档中恢复后再出具存证。",
            "Its retention has passed: restore it from the archive first."),
    BATCH_DIFFERS(
            "exchange.batch-differs",
            409,
            "保存的批次与账本不一致",
            "The kept batch differs from the ledger",
            "请立即联系安全管理员核查。",
            "Call the security administrator at once."),
    BAD_KEY(
            "exchange.bad-key",
            400,
            "公钥格式不对",
            "Not an SM2 public key",
            "公钥为 04 开头的 130 位十六进制数。",
            "04, x, y: 130 hexadecimal digits."),
    BAD_DELIVERY(
            "exchange.bad-delivery",
            400,
            "回流内容有误",
            "The delivery is wrong",
            "列名须为小写字母、数字和下划线，且包含主键列。",
            "Columns are lower case letters, digits and _, the key column among them.");

    private final ProblemText text;

    ExchangeProblem(String slug, int status, String titleZh, String titleEn, String adviceZh, String adviceEn) {
        this.text = ProblemText.of(slug, status, titleZh, titleEn, adviceZh, adviceEn);
    }

    @Override
    public ProblemText text() {
        return text;
    }
}

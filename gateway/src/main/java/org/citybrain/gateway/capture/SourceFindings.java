package org.citybrain.gateway.capture;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.wire.Topics;

/** What the gateway finds at a database, told to the department under {@link Topics#FINDINGS}. */
public final class SourceFindings {
    private final BiConsumer<String, List<Finding>> publisher;

    /** Findings are handed to the publisher with the resource they concern. */
    public SourceFindings(BiConsumer<String, List<Finding>> publisher) {
        this.publisher = publisher;
    }

    void truncated(String resource, String table) {
        publish(
                resource,
                new Finding(
                        "GW-101",
                        Severity.NOTE,
                        table,
                        "",
                        new Bilingual(
                                "源表被 TRUNCATE 清空，正重新装载并逐键比对，池中各行随之删除",
                                "The source table was truncated; it is loaded again and compared, its rows are deleted in the pool"),
                        new Bilingual("无需处理；比对结果见 GW-108", "Nothing to do; GW-108 tells what the comparison found"),
                        Map.of("table", table)));
    }

    void tooLarge(String resource, String position, String message) {
        publish(
                resource,
                new Finding(
                        "GW-102",
                        Severity.ERROR,
                        resource + " " + position,
                        "",
                        new Bilingual("单行超过一个批次的上限（500 KB），已搁置", message),
                        new Bilingual(
                                "请把大字段存为文件并只登记其地址", "Keep the large field as a file and register its address only"),
                        Map.of("position", position)));
    }

    void refused(String resource, String table, String reason) {
        publish(
                resource,
                new Finding(
                        "GW-103",
                        Severity.ERROR,
                        table,
                        "",
                        new Bilingual("该表不能采集：" + reason, "The table cannot be captured: " + reason),
                        new Bilingual(
                                "请让采集用户成为该表的所有者，网关每分钟重试",
                                "Make the capture user the table's owner; the gateway tries again every minute"),
                        Map.of("table", table)));
    }

    void slotLost(String resource) {
        publish(
                resource,
                new Finding(
                        "GW-104",
                        Severity.WARNING,
                        resource,
                        "",
                        new Bilingual(
                                "复制槽丢失，正重新全量装载并与先前发送的各行逐键比对",
                                "The replication slot was lost; the table is loaded again and compared with what was sent before"),
                        new Bilingual(
                                "请勿删除 citybrain 的复制槽，并保证日志空间；比对结果见 GW-108",
                                "Do not drop citybrain's slot and leave it room for the log; GW-108 tells what the comparison"
                                        + " found"),
                        Map.of()));
    }

    void setBack(String resource, Bilingual why) {
        publish(
                resource,
                new Finding(
                        "GW-106",
                        Severity.WARNING,
                        resource,
                        "",
                        new Bilingual(
                                "源库已不是原来的历史（由旧备份恢复或更换了服务器）：" + why.zh() + "。正重新全量装载并逐键比对，备份中没有的行将从池中删除",
                                "The source is no longer the same history, as after a restore from a backup: "
                                        + why.en()
                                        + ". The table is loaded again and compared; rows that the backup lost are deleted in the pool"),
                        new Bilingual(
                                "请确认恢复是有意为之；比对结果见 GW-108，先前的行与回执仍可在链上查到",
                                "Make sure that the restore was meant; GW-108 tells what the comparison found, earlier rows and"
                                        + " receipts remain provable"),
                        Map.of()));
    }

    void rewritten(String resource, String table, List<String> columns) {
        String names = String.join(", ", columns);
        publish(
                resource,
                new Finding(
                        "GW-110",
                        Severity.NOTE,
                        table,
                        names,
                        new Bilingual(
                                "源表的列已改类型、改名或补了值：" + names + "，日志不记录由此改写的旧行，正重新装载并逐键比对",
                                "Columns were retyped, renamed or filled: " + names
                                        + ". The log does not tell of the rows rewritten by"
                                        + " that; the table is loaded again and compared"),
                        new Bilingual(
                                "请数据管理员确认新版本；比对结果见 GW-108",
                                "Let the data officer accept the new version; GW-108 tells what the comparison found"),
                        Map.of("columns", names)));
    }

    void missing(String resource, String table) {
        publish(
                resource,
                new Finding(
                        "GW-111",
                        Severity.ERROR,
                        table,
                        "",
                        new Bilingual(
                                "表 " + table + " 在源库中已不存在（如恢复的备份中没有它）；先前发送的各行仍保留，未作删除",
                                "Table " + table
                                        + " is no longer in the source, as when a restored backup lacks it; the rows sent"
                                        + " before are kept, none was deleted"),
                        new Bilingual(
                                "请恢复该表（同名表出现后自动重新装载并比对）；若确已取消，请在目录中停用该资源",
                                "Restore the table: one of that name is loaded again and compared by itself. If it was given up,"
                                        + " retire the resource in the catalogue"),
                        Map.of("table", table)));
    }

    /** Where findings go, with the resource they concern. */
    BiConsumer<String, List<Finding>> publisher() {
        return publisher;
    }

    private void publish(String resource, Finding finding) {
        publisher.accept(resource, List.of(finding));
    }
}

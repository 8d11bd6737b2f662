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
    private final String department;
    private final BiConsumer<String, List<Finding>> publisher;

    /** Findings are handed to the publisher with the resource they concern. */
    public SourceFindings(String department, BiConsumer<String, List<Finding>> publisher) {
        this.department = department;
        this.publisher = publisher;
    }

    void truncated(String table) {
        publish(
                department + "." + table.substring(table.indexOf('.') + 1),
                new Finding(
                        "GW-101",
                        Severity.ERROR,
                        table,
                        "",
                        new Bilingual(
                                "源表被 TRUNCATE 清空，各行的删除无法逐行传送",
                                "The source table was truncated; its rows' deletions cannot be sent"),
                        new Bilingual(
                                "请用 DELETE 代替 TRUNCATE，或重新登记该表",
                                "Use DELETE instead of TRUNCATE, or register the table anew"),
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
                                "复制槽丢失，已重新全量装载；期间的删除未能传送",
                                "The replication slot was lost; the table is loaded again, deletions in between are not known"),
                        new Bilingual(
                                "请勿删除 citybrain 的复制槽，并保证日志空间",
                                "Do not drop citybrain's slot and leave it room for the log"),
                        Map.of()));
    }

    private void publish(String resource, Finding finding) {
        publisher.accept(resource, List.of(finding));
    }
}

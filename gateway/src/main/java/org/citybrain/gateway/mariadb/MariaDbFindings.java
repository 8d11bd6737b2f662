package org.citybrain.gateway.mariadb;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;

/** What the gateway finds at a MariaDB database, told to the department with the resource it concerns. */
public final class MariaDbFindings {
    private final BiConsumer<String, List<Finding>> publisher;

    public MariaDbFindings(BiConsumer<String, List<Finding>> publisher) {
        this.publisher = publisher;
    }

    void truncated(MariaDbTableState table) {
        publish(
                table.resource(),
                "GW-101",
                Severity.ERROR,
                table.table().id(),
                new Bilingual(
                        "源表被 TRUNCATE 清空，各行的删除无法逐行传送",
                        "The source table was truncated; its rows' deletions cannot be sent"),
                new Bilingual(
                        "请用 DELETE 代替 TRUNCATE，或重新登记该表", "Use DELETE instead of TRUNCATE, or register the table anew"));
    }

    void tooLarge(String resource, String position, String message) {
        publish(
                resource,
                "GW-102",
                Severity.ERROR,
                resource + " " + position,
                new Bilingual("单行超过一个批次的上限（500 KB），已搁置", message),
                new Bilingual("请把大字段存为文件并只登记其地址", "Keep the large field as a file and register its address only"));
    }

    void refused(MariaDbTableState table) {
        publish(
                table.resource(),
                "GW-103",
                Severity.ERROR,
                table.table().id(),
                new Bilingual("该表不能采集：" + table.reason(), "The table cannot be captured: " + table.reason()),
                new Bilingual(
                        "请按原因修改该表或授权，网关每分钟重试",
                        "Mend the table or the grants as the reason says; the gateway tries again every minute"));
    }

    void purged(MariaDbTableState table, LogMark mark) {
        publish(
                table.resource(),
                "GW-105",
                Severity.WARNING,
                mark.place().toString(),
                new Bilingual(
                        "源库已清除网关尚未读到的二进制日志，已重新全量装载；期间的删除未能传送",
                        "The source purged its binlog before the gateway had read it; the table is loaded again, deletions in"
                                + " between are not known"),
                new Bilingual(
                        "请延长 binlog_expire_logs_seconds，使其长于网关可能停机的时间",
                        "Set binlog_expire_logs_seconds longer than the gateway may be down"));
    }

    void setBack(MariaDbTableState table, LogMark mark) {
        publish(
                table.resource(),
                "GW-106",
                Severity.ERROR,
                mark.place().toString(),
                new Bilingual(
                        "源库的二进制日志不再是原来的历史（可能由旧备份恢复或更换了服务器），已重新全量装载；备份中没有而池中仍有的行未被删除",
                        "The source's binlog is no longer the same history: it was restored from a backup or replaced. The"
                                + " table is loaded again; rows that the pool has and the source lost are not deleted"),
                new Bilingual(
                        "请核对该资源的行数；多出的行可在源表补建后再删除，删除即可传送",
                        "Compare the resource's count; a surplus row goes when it is inserted and deleted at the source"));
    }

    void gone(MariaDbTableState table) {
        publish(
                table.resource(),
                "GW-107",
                Severity.WARNING,
                table.table().id(),
                new Bilingual(
                        "源表已删除或改名，池中已有的行保留；同名表再出现时重新全量装载",
                        "The source table was dropped or renamed; the rows stay in the pool, a table of that name that comes"
                                + " again is loaded anew"),
                new Bilingual("若该资源不再提供，请在目录中停用", "Retire the resource in the catalogue if it is given no more"));
    }

    private void publish(
            String resource, String code, Severity severity, String place, Bilingual text, Bilingual advice) {
        publisher.accept(resource, List.of(new Finding(code, severity, place, "", text, advice, Map.of())));
    }
}

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
                Severity.NOTE,
                table.table().id(),
                new Bilingual(
                        "源表被 TRUNCATE 清空，正重新装载并逐键比对，池中各行随之删除",
                        "The source table was truncated; it is loaded again and compared, its rows are deleted in the pool"),
                new Bilingual("无需处理；比对结果见 GW-108", "Nothing to do; GW-108 tells what the comparison found"));
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

    void refused(MariaDbTableState table, Bilingual why) {
        publish(
                table.resource(),
                "GW-103",
                Severity.ERROR,
                table.table().id(),
                new Bilingual("该表不能采集：" + why.zh(), "The table cannot be captured: " + why.en()),
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
                        "源库已清除网关尚未读到的二进制日志，正重新全量装载并与先前发送的各行逐键比对",
                        "The source purged its binlog before the gateway had read it; the table is loaded again and compared"
                                + " with what was sent before"),
                new Bilingual(
                        "请延长 binlog_expire_logs_seconds，使其长于网关可能停机的时间",
                        "Set binlog_expire_logs_seconds longer than the gateway may be down"));
    }

    void setBack(MariaDbTableState table, LogMark mark) {
        publish(
                table.resource(),
                "GW-106",
                Severity.WARNING,
                mark.place().toString(),
                new Bilingual(
                        "源库的二进制日志不再是原来的历史（由旧备份恢复或更换了服务器）。正重新全量装载并逐键比对，备份中没有的行将从池中删除",
                        "The source's binlog is no longer the same history, as after a restore from a backup. The table is"
                                + " loaded again and compared; rows that the backup lost are deleted in the pool"),
                new Bilingual(
                        "请确认恢复是有意为之；比对结果见 GW-108，先前的行与回执仍可在链上查到",
                        "Make sure that the restore was meant; GW-108 tells what the comparison found, earlier rows and"
                                + " receipts remain provable"));
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

    void rewritten(MariaDbTableState table, List<String> columns) {
        String names = String.join(", ", columns);
        Finding finding = new Finding(
                "GW-110",
                Severity.NOTE,
                table.table().id(),
                names,
                new Bilingual(
                        "源表结构已变更，可能改写了旧行：" + names + "，日志不记录由此改写的各行，正重新装载并逐键比对",
                        "The source table was altered so that old rows may read otherwise: " + names
                                + ". The log does not tell of rows rewritten by that; the table is loaded again and compared"),
                new Bilingual(
                        "请数据管理员确认新版本；比对结果见 GW-108",
                        "Let the data officer accept the new version; GW-108 tells what the comparison found"),
                Map.of("columns", names));
        publisher.accept(table.resource(), List.of(finding));
    }

    void unread(MariaDbTableState table, BinlogPlace at) {
        publish(
                table.resource(),
                "GW-113",
                Severity.WARNING,
                at.toString(),
                new Bilingual(
                        "日志中有一条结构变更语句的字符集无法读出，不能判断它涉及哪张表，正重新全量装载并逐键比对",
                        "A statement of the log that alters tables is written in characters that cannot be read, so that it may"
                                + " have been about any; the table is loaded again and compared"),
                new Bilingual(
                        "请用 utf8mb4 连接执行表结构变更（SET NAMES utf8mb4）；比对结果见 GW-108",
                        "Alter tables over a connection in utf8mb4 (SET NAMES utf8mb4); GW-108 tells what the comparison found"));
    }

    void missing(MariaDbTableState table) {
        String id = table.table().id();
        publish(
                table.resource(),
                "GW-111",
                Severity.ERROR,
                id,
                new Bilingual(
                        "表 " + id + " 在源库中已不存在（如恢复的备份中没有它）；先前发送的各行仍保留，未作删除",
                        "Table " + id
                                + " is no longer in the source, as when a restored backup lacks it; the rows sent before"
                                + " are kept, none was deleted"),
                new Bilingual(
                        "请恢复该表（同名表出现后自动重新装载并比对）；若确已取消，请在目录中停用该资源",
                        "Restore the table: one of that name is loaded again and compared by itself. If it was given up, retire"
                                + " the resource in the catalogue"));
    }

    /** Where findings go, with the resource they concern. */
    BiConsumer<String, List<Finding>> publisher() {
        return publisher;
    }

    private void publish(
            String resource, String code, Severity severity, String place, Bilingual text, Bilingual advice) {
        publisher.accept(resource, List.of(new Finding(code, severity, place, "", text, advice, Map.of())));
    }
}

package org.citybrain.gateway.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.gateway.source.Announcer;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;

/**
 * What is wrong with one table of an interface. The same thing is told once, and again only after it was well for a while:
 * an interface is asked every few seconds. No values are quoted.
 */
final class HttpFindings {
    private static final int MOST = 10_000;
    private static final int A_CRAWL = 200;

    private final String resource;
    private final Announcer announcer;
    private final Set<String> told = new HashSet<>();
    private final List<Finding> waiting = new ArrayList<>();

    HttpFindings(String resource, Announcer announcer) {
        this.resource = resource;
        this.announcer = announcer;
    }

    /** A page that is not as described. */
    void badAnswer(BadAnswerException bad, String place) {
        boolean token = bad.code().equals("GW-312");
        add(
                bad.code(),
                Severity.ERROR,
                place,
                "",
                bad.said(),
                token
                        ? new Bilingual("请核对客户端编号和密钥", "Check client id and secret")
                        : new Bilingual("请更正接口，网关会再次读取该页", "Mend the interface; the gateway reads the page again"),
                bad.code() + place);
    }

    void silent(long seconds, String reason, String place) {
        add(
                "GW-301",
                Severity.WARNING,
                place,
                "",
                new Bilingual(
                        "接口已 " + seconds + " 秒没有正常答复（" + reason + "），网关继续重试",
                        "No proper answer for " + seconds + " s (" + reason + "); the gateway goes on trying"),
                new Bilingual("请恢复接口服务，恢复后自动补齐", "Bring the interface back; what was missed then comes by itself"),
                "GW-301");
    }

    void answered() {
        told.remove("GW-301");
    }

    void count(long arrived, long total, String place) {
        add(
                "GW-305",
                Severity.ERROR,
                place,
                "",
                new Bilingual(
                        "接口声明共 " + total + " 行，实际读到 " + arrived + " 行；已收的行照常入池，不作删除",
                        "The interface declares " + total + " rows, " + arrived
                                + " were there; those go on, nothing is deleted"),
                new Bilingual("请更正接口的总数或分页", "Mend the interface's total or its pages"),
                "GW-305 " + arrived + " " + total);
    }

    void repeats(int page, String place) {
        add(
                "GW-306",
                Severity.ERROR,
                place,
                "",
                new Bilingual("第 " + page + " 页与前一页相同", "Page " + page + " is the one before again"),
                new Bilingual("请检查接口是否理会页号参数", "See whether the interface heeds the page's number"),
                "GW-306 " + page);
    }

    void morePages(long pages, String place) {
        add(
                "GW-307",
                Severity.ERROR,
                place,
                "",
                new Bilingual(
                        "接口声明 " + pages + " 页，其后仍有数据",
                        "The interface declares " + pages + " pages, and there are rows behind them"),
                new Bilingual("请更正接口的页数", "Mend the number of pages that it declares"),
                "GW-307 " + pages);
    }

    void missing(String field, String place, byte[] key) {
        row(
                "GW-308",
                field,
                place,
                key,
                "缺少字段",
                "The field is missing",
                "请让接口始终给出该字段，可为 null",
                "Let the interface always send the field, null if need be");
    }

    void retyped(String field, String type, String kind, String place, byte[] key) {
        row(
                "GW-309",
                field,
                place,
                key,
                "字段类型不符：应为 " + type + "，却是 " + kind,
                "The field should be " + type + " and is a JSON " + kind,
                "请恢复字段类型，或更正接口说明",
                "Give the field its type back, or mend the description");
    }

    void noKey(String place) {
        add(
                "GW-310",
                Severity.ERROR,
                place,
                "",
                new Bilingual("记录没有主键", "The record has no key"),
                new Bilingual("请补上主键", "Fill in the key"),
                "GW-310 " + place);
    }

    void undeclared(String field, String place) {
        add(
                "GW-311",
                Severity.WARNING,
                place,
                field,
                new Bilingual("接口多出未说明的字段，未采集", "A field that is not described was not taken"),
                new Bilingual("需要采集时请写入接口说明", "Describe it to have it taken"),
                "GW-311 " + field);
    }

    void massDeletion(long gone, long standing, String place) {
        add(
                "GW-313",
                Severity.ERROR,
                place,
                "",
                new Bilingual(
                        "接口不再列出 " + standing + " 行中的 " + gone + " 行，暂不删除",
                        "The interface no longer lists " + gone + " of " + standing + " rows; they are kept"),
                new Bilingual(
                        "确属删除时请在接口说明中写 deletes: any",
                        "If they are truly gone, write deletes: any into the description"),
                "GW-313 " + gone);
    }

    private void row(
            String code, String field, String place, byte[] key, String zh, String en, String adviceZh, String advice) {
        add(
                code,
                Severity.ERROR,
                place,
                field,
                new Bilingual(zh, en),
                new Bilingual(adviceZh, advice),
                code + field + Arrays.hashCode(key));
    }

    private void add(
            String code,
            Severity severity,
            String place,
            String field,
            Bilingual message,
            Bilingual advice,
            String mark) {
        if (told.size() > MOST) {
            told.clear();
        }
        if (waiting.size() < A_CRAWL && told.add(mark)) {
            waiting.add(
                    new Finding(code, severity, place, field, message, advice, Map.of("place", place, "field", field)));
        }
    }

    /** Tells what was found. */
    void tell() {
        if (!waiting.isEmpty()) {
            announcer.findings(resource, List.copyOf(waiting));
            waiting.clear();
        }
    }

    /** All is well with the count: if it goes wrong again, it is told again. */
    void whole() {
        told.removeIf(mark -> mark.startsWith("GW-305")
                || mark.startsWith("GW-306")
                || mark.startsWith("GW-307")
                || mark.startsWith("GW-302")
                || mark.startsWith("GW-303")
                || mark.startsWith("GW-304"));
    }
}

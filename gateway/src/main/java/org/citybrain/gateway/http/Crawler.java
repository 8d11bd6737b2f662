package org.citybrain.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.gateway.http.Crawl.Kind;
import org.citybrain.gateway.http.Crawl.Progress;
import org.citybrain.gateway.keyed.Entry;
import org.citybrain.kernel.crypto.Sm3;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of one crawl and watches whether the interface tells the truth about them. Behind the last page declared
 * it looks once more: a page that should not be there shows a total that is too low.
 */
final class Crawler {
    private static final int TRIES = 3;
    private static final long TRY_AGAIN_MILLIS = 300;
    private static final int SPARE_PAGES = 1_000;

    private final HttpDescription description;
    private final HttpDescription.Table table;
    private final HttpDoor door;
    private final RowReading rows;
    private final HttpFindings findings;
    private final Crawl crawl;

    Crawler(
            HttpDescription description,
            HttpDescription.Table table,
            HttpDoor door,
            RowReading rows,
            HttpFindings findings,
            Crawl crawl) {
        this.description = description;
        this.table = table;
        this.door = door;
        this.rows = rows;
        this.findings = findings;
        this.crawl = crawl;
    }

    /** One page as it was read. */
    private record Page(
            List<Entry> entries,
            int records,
            long total,
            long pages,
            String time,
            String newest,
            long unknown,
            String digest) {}

    /** A crawl that has not begun. */
    Progress begin(Kind kind, String since) {
        return new Progress(
                kind,
                rows.schema().fingerprint(),
                since,
                description.paging().first(),
                -1,
                -1,
                -1,
                "",
                "",
                false,
                0,
                0,
                "",
                false);
    }

    /**
     * Reads on until the crawl is done; every page is kept.
     *
     * @throws BadAnswerException when not even its first page can be had
     */
    Progress run(Progress from) throws BadAnswerException, IOException, InterruptedException {
        Progress progress = from;
        while (!progress.done()) {
            progress = next(progress);
        }
        return progress;
    }

    private Progress next(Progress progress) throws BadAnswerException, IOException, InterruptedException {
        int number = progress.page();
        boolean beyond = progress.pages() >= 0 && number >= description.paging().first() + progress.pages();
        Page page;
        try {
            page = page(progress, beyond);
        } catch (BadAnswerException bad) {
            if (beyond && bad.status() == 404) {
                return crawl.keep(with(progress, null, false, true), List.of());
            }
            findings.badAnswer(bad, place(progress.kind(), number));
            if (number == description.paging().first()) {
                throw bad;
            }
            // the pages behind it may be good; without knowing how many there are, it ends here
            boolean end = beyond || progress.pages() < 0;
            return crawl.keep(with(progress, null, true, end), List.of());
        }
        boolean repeats = page.records() > 0 && page.digest().equals(progress.digest());
        if (repeats || page.records() == 0) {
            // beyond its end an interface may show its last page again
            if (repeats && !beyond) {
                findings.repeats(number, place(progress.kind(), number));
            }
            Page nothing = new Page(List.of(), 0, page.total(), page.pages(), page.time(), "", 0, page.digest());
            return crawl.keep(with(progress, nothing, repeats && !beyond, true), List.of());
        }
        if (beyond) {
            findings.morePages(progress.pages(), place(progress.kind(), number));
        }
        boolean endless = number > description.paging().first() + pagesOf(Math.max(page.total(), 0)) * 2 + SPARE_PAGES;
        return crawl.keep(with(progress, page, beyond || endless, endless), page.entries());
    }

    private long pagesOf(long total) {
        return total / Math.max(1, Math.min(description.paging().rows(), 10)) + 1;
    }

    private static Progress with(Progress before, @Nullable Page page, boolean breaks, boolean done) {
        long firstTotal = before.firstTotal() < 0 && page != null ? page.total() : before.firstTotal();
        return new Progress(
                before.kind(),
                before.fingerprint(),
                before.since(),
                before.page() + 1,
                firstTotal,
                page == null || page.total() < 0 ? before.lastTotal() : page.total(),
                page == null || page.pages() < 0 || done ? before.pages() : page.pages(),
                before.time().isEmpty() && page != null ? page.time() : before.time(),
                page == null || page.newest().compareTo(before.newest()) < 0 ? before.newest() : page.newest(),
                before.broken() || breaks,
                before.unknownKeys() + (page == null ? 0 : page.unknown()),
                before.bytes(),
                page == null ? before.digest() : page.digest(),
                done);
    }

    private Page page(Progress progress, boolean beyond) throws BadAnswerException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return read(progress);
            } catch (BadAnswerException bad) {
                if (attempt == TRIES || beyond && bad.status() == 404) {
                    throw bad;
                }
                Thread.sleep(TRY_AGAIN_MILLIS * attempt);
            }
        }
    }

    private Page read(Progress progress) throws BadAnswerException, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(description.paging().page(), Integer.toString(progress.page()));
        parameters.put(
                description.paging().size(),
                Integer.toString(description.paging().rows()));
        HttpDescription.Since since = table.since();
        if (progress.kind() == Kind.SINCE && since != null) {
            parameters.put(since.parameter(), progress.since());
        }
        JsonNode answer = door.get(path(progress.kind()), parameters);
        JsonNode records = answer.at(description.answer().records());
        if (!records.isArray()) {
            throw new BadAnswerException(
                    "GW-303",
                    200,
                    "答复中没有记录数组",
                    "The answer has no array at " + description.answer().records());
        }
        return page(progress, answer, records);
    }

    private Page page(Progress progress, JsonNode answer, JsonNode records) {
        List<Entry> entries = new ArrayList<>(records.size());
        long unknown = 0;
        String newest = "";
        HttpDescription.Since since = table.since();
        String place = place(progress.kind(), progress.page());
        for (int i = 0; i < records.size(); i++) {
            JsonNode record = records.get(i);
            String at = place + " #" + (i + 1);
            Entry entry = progress.kind() == Kind.KEYS ? rows.key(record, at) : rows.row(record, at);
            if (entry == null) {
                unknown++;
            } else {
                entries.add(entry);
            }
            String time = since == null || progress.kind() == Kind.KEYS ? "" : rows.textOf(record, since.field());
            newest = time.compareTo(newest) > 0 ? time : newest;
        }
        return new Page(
                entries,
                records.size(),
                number(answer, description.answer().total()),
                number(answer, description.answer().pages()),
                description.answer().time() == null
                        ? ""
                        : answer.at(description.answer().time()).asText(""),
                newest,
                unknown,
                HexFormat.of().formatHex(Sm3.digest(Sm3.utf8(records.toString()))));
    }

    private static long number(JsonNode answer, @Nullable String at) {
        return at == null ? -1 : answer.at(at).asLong(-1);
    }

    private String path(Kind kind) {
        HttpDescription.Keys keys = table.keys();
        return kind == Kind.KEYS && keys != null ? keys.path() : table.path();
    }

    String place(Kind kind, int page) {
        return path(kind) + " page " + page;
    }
}

package org.citybrain.platform.desk.internal;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.desk.FieldItem;
import org.citybrain.platform.desk.FieldSync;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.process.Tasks;
import org.citybrain.platform.process.Tasks.Attachment;
import org.citybrain.platform.process.Tasks.Completion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Each item in a transaction of its own: pictures and answers together, or nothing. */
@Service
class DefaultFieldSync implements FieldSync {
    private static final Logger log = LoggerFactory.getLogger(DefaultFieldSync.class);
    private static final int MOST_PHOTOS = 12;
    private static final Pattern DATA_URL =
            Pattern.compile("data:((?:image|audio)/[a-z0-9.+-]{1,40})(?:;[a-z0-9=.-]+)?;base64,(.*)", Pattern.DOTALL);

    private final Tasks tasks;
    private final SyncStore store;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Audit audit;

    DefaultFieldSync(
            Tasks tasks, SyncStore store, PlatformTransactionManager transactions, JsonMapper json, Audit audit) {
        this.tasks = tasks;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.audit = audit;
    }

    @Override
    public List<Result> sync(Caller caller, List<FieldItem> items) {
        return items.stream().map(item -> take(caller, item)).toList();
    }

    private Result take(Caller caller, FieldItem item) {
        try {
            boolean repeated = Boolean.TRUE.equals(transaction.execute(status -> complete(caller, item)));
            return new Result(item.clientId(), repeated ? "REPEATED" : "DONE", null);
        } catch (Refusal refused) {
            Bilingual reason = new Bilingual(
                    refused.code().text().title().in(Locale.CHINESE.getLanguage()) + "：" + refused.detail(),
                    refused.code().text().title().in(Locale.ENGLISH.getLanguage()) + ": " + refused.detail());
            log.info("{} of {} is refused: {}", item.clientId(), caller.login(), refused.detail());
            store.keep(sent(caller, item, "REFUSED", refused.detail()));
            return new Result(item.clientId(), "REFUSED", reason);
        }
    }

    private boolean complete(Caller caller, FieldItem item) {
        List<FieldItem.Photo> photos = item.photos() == null ? List.of() : item.photos();
        if (photos.size() > MOST_PHOTOS) {
            throw Refusal.badRequest(
                    "照片最多 " + MOST_PHOTOS + " 张 · at most " + MOST_PHOTOS + " photos, not " + photos.size());
        }
        for (int i = 0; i < photos.size(); i++) {
            tasks.attach(caller, item.taskId(), attachment(item.clientId() + "-" + i, photos.get(i)));
        }
        Completion completion = tasks.complete(caller, item.taskId(), item.clientId(), item.values());
        store.keep(sent(caller, item, "DONE", null));
        audit.record(
                AuditEvent.VISITS_SYNCED,
                "task:" + item.taskId(),
                java.util.Map.of("client", item.clientId(), "photos", photos.size()));
        return completion.repeated();
    }

    private static Attachment attachment(String id, FieldItem.Photo photo) {
        Matcher url = DATA_URL.matcher(photo.dataUrl());
        if (!url.matches()) {
            throw Refusal.badRequest("照片须为图像或录音的 data 地址 · a photo is a data address of an image or a recording");
        }
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(url.group(2));
        } catch (IllegalArgumentException notBase64) {
            throw Refusal.badRequest("照片不是 base64 · a photo is not base64: " + notBase64.getMessage());
        }
        return new Attachment(id, photo.name() == null ? "photo" : photo.name(), url.group(1), bytes);
    }

    private SyncStore.Sent sent(Caller caller, FieldItem item, String verdict, @Nullable String detail) {
        return new SyncStore.Sent(
                item.clientId(),
                caller.login(),
                item.taskId(),
                verdict,
                detail,
                item.doneAt(),
                item.position() == null ? null : json.writeValueAsString(item.position()));
    }
}

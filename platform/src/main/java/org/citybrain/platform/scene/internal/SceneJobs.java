package org.citybrain.platform.scene.internal;

import java.util.HexFormat;
import java.util.List;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.wire.JobStatus;
import org.citybrain.kernel.wire.ResourceEntry;
import org.citybrain.kernel.wire.SceneJob;
import org.citybrain.kernel.wire.SqlFile;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.scene.SceneOffice.Job;
import org.citybrain.platform.topics.Outbox;
import org.citybrain.platform.topics.TopicListener;
import org.citybrain.platform.topics.TopicMessage;
import org.citybrain.sceneformat.Scene;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the engines which streams should run, and hears how they do. One job a scene. */
@Component
class SceneJobs implements TopicListener {
    private static final String RUNNING = "RUNNING";
    private static final String STOPPED = "STOPPED";

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Grants grants;

    SceneJobs(JdbcClient jdbc, Outbox outbox, Grants grants) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.grants = grants;
    }

    /** Writes down which version of the scene's streams should run, and tells the engines as soon as it can be told. */
    void wish(Scene scene, String version, boolean on) {
        jdbc.sql("""
                insert into scene.job (job, scene, version, desired) values (?, ?, ?, ?)
                on conflict (job) do update set version = excluded.version, desired = excluded.desired,
                    state = 'WAITING', findings = '[]', told = null""")
                .params(scene.id(), scene.id(), version, on ? RUNNING : STOPPED)
                .update();
        tell(scene, version);
    }

    /** Tells the engines when the shapes of the scene's resources have become known or have changed since. */
    void tell(Scene scene, String version) {
        grants.resources(scene)
                .ifPresent(resources -> jdbc.sql(
                                "select desired, told from scene.job where job = ? and version = ? for update")
                        .params(scene.id(), version)
                        .query((rs, row) -> new Wish(rs.getString("desired"), rs.getString("told")))
                        .optional()
                        .ifPresent(wish -> tell(scene, version, wish, resources)));
    }

    private void tell(Scene scene, String version, Wish wish, List<ResourceEntry> resources) {
        List<SqlFile> sql = scene.streams().values().stream()
                .map(stream -> new SqlFile(stream.file(), stream.sql()))
                .toList();
        SceneJob bundle = new SceneJob(scene.id(), scene.id(), version, wish.desired(), sql, resources);
        String digest = HexFormat.of().formatHex(Sm3.digest(WireJson.write(bundle)));
        if (digest.equals(wish.told())) {
            return;
        }
        outbox.put(Topics.JOBS, scene.id(), bundle);
        jdbc.sql("update scene.job set told = ?, sent_at = clock_timestamp() where job = ?")
                .params(digest, scene.id())
                .update();
    }

    Job of(String scene) {
        return jdbc.sql("select desired, state, findings::text as findings from scene.job where scene = ?")
                .param(scene)
                .query((rs, row) -> new Job(
                        rs.getString("desired"), rs.getString("state"), VersionStore.strings(rs.getString("findings"))))
                .optional()
                .orElse(new Job(STOPPED, "UNKNOWN", List.of()));
    }

    @Override
    public String name() {
        return "scene.job-status";
    }

    @Override
    public String topic() {
        return Topics.JOB_STATUS;
    }

    @Override
    public void on(List<TopicMessage> messages) {
        for (TopicMessage message : messages) {
            if (message.value() != null) {
                status(message.as(JobStatus.class));
            }
        }
    }

    private void status(JobStatus status) {
        List<String> findings = status.findings() == null
                ? List.of()
                : status.findings().stream()
                        .map(finding -> finding.code() + " " + finding.place() + " " + words(finding.message()))
                        .toList();
        jdbc.sql("""
                update scene.job set state = ?, findings = ?::jsonb, status_at = clock_timestamp()
                where job = ? and version = ?""")
                .params(status.state(), VersionStore.write(findings), status.job(), status.sceneVersion())
                .update();
    }

    private static String words(Bilingual text) {
        return text.zh() + " / " + text.en();
    }

    /** What should run, and the digest of what the engines were last told. */
    private record Wish(String desired, @Nullable String told) {}
}

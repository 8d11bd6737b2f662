package org.citybrain.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadCpuTest {
    @Test
    void knowsTheStageByTheBeginningOfAThreadsName() {
        assertThat(ThreadCpu.stageOf("pool-write (1/1")).isEqualTo("write");
        assertThat(ThreadCpu.stageOf("pool-compaction")).isEqualTo("join");
        assertThat(ThreadCpu.stageOf("gate -> Filter ")).isEqualTo("verify");
        assertThat(ThreadCpu.stageOf("gateway.gateway")).isEqualTo("other");
        assertThat(ThreadCpu.stageOf("bulk_cold postg")).isEqualTo("read");
        assertThat(ThreadCpu.stageOf("C2 CompilerThre")).isEqualTo("compiler");
        assertThat(ThreadCpu.stageOf("main")).isEqualTo("other");
    }

    @Test
    void tellsWhatWasSpentBetweenTwoLooks() {
        ThreadCpu before = new ThreadCpu(Map.of("seal", 1.0));
        assertThat(new ThreadCpu(Map.of("seal", 3.5, "read", 2.0)).since(before).seconds())
                .isEqualTo(Map.of("seal", 2.5, "read", 2.0));
    }

    @Test
    void readsTheThreadsOfARunningProcess() {
        assumeThat(Files.exists(Path.of("/proc/self/task"))).isTrue();
        assertThat(ThreadCpu.of(ProcessHandle.current()).seconds())
                .isNotEmpty()
                .allSatisfy((stage, seconds) -> assertThat(seconds).isNotNegative());
    }
}

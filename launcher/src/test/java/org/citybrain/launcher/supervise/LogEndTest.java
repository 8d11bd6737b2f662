package org.citybrain.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogEndTest {
    private static final int SHOWN = 12;

    @Test
    void tellsTheInnermostCauseOfATraceAndNoFrame() {
        assertThat(reason("""
                INFO starting
                Exception in thread "main" java.lang.IllegalStateException: cannot start
                \tat org.citybrain.Main.main(Main.java:1)
                Caused by: org.springframework.BeanException: bean
                \tat a.b.C.d(C.java:2)
                \t... 3 more
                Caused by: java.net.BindException: Address already in use
                \tat java.base/sun.nio.ch.Net.bind(Native Method)
                \t... 12 common frames omitted
                """)).containsExactly("java.net.BindException: Address already in use");
    }

    @Test
    void tellsTheExceptionItselfWhenItHasNoCauseWithAllLinesOfItsMessage() {
        assertThat(reason("""
                INFO reading
                java.lang.IllegalStateException: 没有这个目录
                give another folder
                \tat a.b.C.d(C.java:2)
                \tat a.b.C.e(C.java:9) ~[platform.jar:?]
                """)).containsExactly("java.lang.IllegalStateException: 没有这个目录", "give another folder");
    }

    @Test
    void doesNotTakeASuppressedExceptionForTheCause() {
        assertThat(reason("""
                Caused by: java.sql.SQLException: no password
                \tat a.b.C.d(C.java:2)
                \tSuppressed: java.io.IOException: closed
                \t\tat a.b.C.e(C.java:3)
                """)).containsExactly("java.sql.SQLException: no password");
    }

    @Test
    void keepsTheSentencesThatFollowATrace() {
        assertThat(reason("""
                x.YException: one
                \tat a.b.C.d(C.java:2)
                端口被占用 · the port is in use
                """)).containsExactly("x.YException: one", "端口被占用 · the port is in use");
    }

    @Test
    void keepsTheLastLinesOfALogWithoutATrace() {
        assertThat(LogEnd.reason(List.of("one", "two at noon", "three"), 2)).containsExactly("two at noon", "three");
        assertThat(LogEnd.reason(List.of(), 2)).isEmpty();
    }

    private static List<String> reason(String log) {
        return LogEnd.reason(log.lines().toList(), SHOWN);
    }
}

package org.citybrain.platform.problem.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;

class ProblemMapperTest {

    private final ProblemMapper subject = new ProblemMapper();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Logger log;
    private Level before;

    @BeforeEach
    void listen() {
        log = (Logger) LoggerFactory.getLogger(ProblemMapper.class);
        before = log.getLevel();
        log.setLevel(Level.INFO);
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(lines);
        log.setLevel(before);
    }

    @Test
    void writesACallersMistakeAsOneLineWithItsReferenceAndWithoutSqlOrValues() {
        SQLException refused =
                new SQLException("ERROR: duplicate key\n  Detail: Key (id_no)=(360902199001011234)", "23505");
        for (Exception mistake : List.of(
                new DataIntegrityViolationException("insert into pool.person values (360902199001011234)", refused),
                new DateTimeException("year 999999999"))) {
            lines.list.clear();
            ResponseEntity<Map<String, Object>> answer = subject.outOfRange(mistake, Locale.CHINA);
            assertThat(answer.getStatusCode().value()).isEqualTo(400);
            assertThat(lines.list).singleElement().satisfies(line -> {
                assertThat(line.getLevel()).isEqualTo(Level.WARN);
                assertThat(line.getThrowableProxy()).isNull();
                assertThat(line.getFormattedMessage())
                        .contains(reference(answer))
                        .doesNotContain("360902199001011234", "insert into", "\n");
            });
        }
    }

    @Test
    void tellsAnInternalErrorInBothLanguagesAndNoClassOfTheProgram() {
        ResponseEntity<Map<String, Object>> answer =
                subject.unexpected(new NullPointerException("wish is null"), Locale.CHINA);
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(String.valueOf(answer.getBody().get("detail")))
                .contains("服务器", " · the server")
                .doesNotContain("NullPointerException", "wish");
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getThrowableProxy()).as("the log has it whole").isNotNull();
            assertThat(line.getFormattedMessage()).contains(reference(answer));
        });
    }

    private static String reference(ResponseEntity<Map<String, Object>> answer) {
        return String.valueOf(answer.getBody().get("reference"));
    }
}

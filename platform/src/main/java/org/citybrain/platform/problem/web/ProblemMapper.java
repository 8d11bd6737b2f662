package org.citybrain.platform.problem.web;

import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Map;
import org.citybrain.platform.problem.CommonProblem;
import org.citybrain.platform.problem.ProblemBody;
import org.citybrain.platform.problem.ProblemCode;
import org.citybrain.platform.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns what a controller throws into problem JSON with a reference number; the log has the same number. */
@RestControllerAdvice
final class ProblemMapper {

    private static final Logger log = LoggerFactory.getLogger(ProblemMapper.class);
    private static final MediaType PROBLEM = MediaType.parseMediaType(ProblemBody.MEDIA_TYPE);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refusal refusal, Locale locale) {
        String reference = ProblemBody.newReference();
        log.info("refused {} {}: {}", reference, refusal.code().slug(), refusal.detail());
        return answer(refusal.code(), refusal.detail(), reference, locale);
    }

    /** What Spring refuses before a controller of ours is asked. */
    @ExceptionHandler({
        ErrorResponseException.class,
        HttpMediaTypeException.class,
        HttpMessageNotReadableException.class,
        HttpRequestMethodNotSupportedException.class,
        MethodArgumentNotValidException.class,
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestPartException.class,
        MultipartException.class,
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        ServletRequestBindingException.class
    })
    ResponseEntity<Map<String, Object>> refusedBySpring(Exception error, Locale locale) {
        SpringWords.Told told = SpringWords.of(error);
        if (told.code() == CommonProblem.INTERNAL) {
            return unexpected(error, locale);
        }
        String reference = ProblemBody.newReference();
        // not the detail: an address or a body that is none of ours may hold anything
        log.info("refused {} {}", reference, told.code().slug());
        // Allow and Accept: what the address would take
        HttpHeaders headers = error instanceof ErrorResponse said ? said.getHeaders() : HttpHeaders.EMPTY;
        return ResponseEntity.status(told.code().status())
                .headers(headers)
                .contentType(PROBLEM)
                .body(ProblemBody.of(told.code(), told.detail(), reference, locale));
    }

    /** What no column can hold: control characters, dates and numbers out of any range. */
    @ExceptionHandler({DataIntegrityViolationException.class, DateTimeException.class, ArithmeticException.class})
    ResponseEntity<Map<String, Object>> outOfRange(Exception error, Locale locale) {
        String reference = ProblemBody.newReference();
        // one line, and none of the values: a database's own words may quote the caller's row
        log.warn("refused {} a value that cannot be kept: {}", reference, kindOf(error));
        log.debug("refused {}", reference, error);
        return answer(
                CommonProblem.BAD_REQUEST,
                "值含控制字符，或日期、数值超出范围 · a value holds a control character or lies outside the range that can be kept",
                reference,
                locale);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> wrong(IllegalArgumentException error, Locale locale) {
        // a number or day beyond all bounds, wrapped on its way by the database's driver
        if (error.getCause() instanceof ArithmeticException || error.getCause() instanceof DateTimeException) {
            return outOfRange(error, locale);
        }
        String said = String.valueOf(error.getMessage());
        String detail = said.contains(" · ") ? said : "请求中有不能接受的值 · a value is not taken: " + said;
        return answer(CommonProblem.BAD_REQUEST, detail, ProblemBody.newReference(), locale);
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Map<String, Object>> databaseAway(Exception error, Locale locale) {
        String reference = ProblemBody.newReference();
        log.warn("database away {}", reference, error);
        return answer(CommonProblem.UNAVAILABLE, "数据库没有应答 · the database does not answer", reference, locale);
    }

    /** The reader has gone away in the middle of an answer: nobody is left to tell. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, IOException.class})
    void gone(IOException error) throws IOException {
        if (!DisconnectedClientHelper.isClientDisconnectedException(error)) {
            throw error;
        }
        log.debug("reader gone", error);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unexpected(Exception error, Locale locale) {
        String reference = ProblemBody.newReference();
        log.error("internal error {}", reference, error);
        return answer(
                CommonProblem.INTERNAL, "服务器没能完成这次请求 · the server could not complete the request", reference, locale);
    }

    private static String kindOf(Exception error) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(error);
        String state = cause instanceof SQLException refused ? " SQLSTATE " + refused.getSQLState() : "";
        return cause.getClass().getSimpleName() + state;
    }

    private static ResponseEntity<Map<String, Object>> answer(
            ProblemCode code, String detail, String reference, Locale locale) {
        return ResponseEntity.status(code.status())
                .contentType(PROBLEM)
                .body(ProblemBody.of(code, detail, reference, locale));
    }
}

package org.citybrain.platform.problem.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.problem.CommonProblem;
import org.citybrain.platform.problem.Details;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.ClassUtils;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** What Spring refuses on its own, in the platform's words: both languages, the place, the mend, and no value of the caller's. */
final class SpringWords {

    /**
     * A refusal in words.
     *
     * @param code what it is called
     * @param detail where it is and how it is mended
     */
    record Told(CommonProblem code, String detail) {}

    private SpringWords() {}

    static Told of(Exception error) {
        return switch (error) {
            case HttpRequestMethodNotSupportedException wrong -> wrongMethod(wrong);
            case HttpMediaTypeException wrong -> wrongMedia(wrong);
            case HttpMessageNotReadableException wrong -> bad(unreadable(wrong));
            case MethodArgumentTypeMismatchException wrong -> bad(wrongKind(wrong.getName(), wrong.getRequiredType()));
            case MissingServletRequestParameterException missing ->
                bad(missing("参数", "parameter", missing.getParameterName()));
            case MissingRequestHeaderException missing -> bad(missing("请求头", "header", missing.getHeaderName()));
            case MissingServletRequestPartException missing -> bad(missing("部分", "part", missing.getRequestPartName()));
            case MethodArgumentNotValidException wrong -> bad(wrongFields(wrong.getFieldErrors()));
            case NoResourceFoundException absent -> absent("/" + absent.getResourcePath());
            case NoHandlerFoundException absent -> absent(absent.getRequestURL());
            case MaxUploadSizeExceededException large -> new Told(CommonProblem.TOO_LARGE, tooLarge(large));
            case MultipartException wrong -> bad("multipart 请求体不能读 · the multipart body cannot be read");
            case ErrorResponse other -> another(other);
            default -> ofStatus(500);
        };
    }

    private static Told bad(String detail) {
        return new Told(CommonProblem.BAD_REQUEST, detail);
    }

    private static Told absent(String address) {
        return new Told(CommonProblem.NOT_FOUND, Details.noAddress(address));
    }

    private static Told ofStatus(int status) {
        CommonProblem code = CommonProblem.ofStatus(status);
        return new Told(code, Details.titleOf(code));
    }

    /** What no word of ours fits: the code's title, and what Spring tells callers of it. */
    private static Told another(ErrorResponse other) {
        Told plain = ofStatus(other.getStatusCode().value());
        String said = other.getBody().getDetail();
        return said == null ? plain : new Told(plain.code(), plain.detail() + ": " + said);
    }

    private static Told wrongMethod(HttpRequestMethodNotSupportedException wrong) {
        String[] taken = wrong.getSupportedMethods();
        List<String> known =
                taken == null ? List.of() : Arrays.stream(taken).sorted().toList();
        return new Told(CommonProblem.METHOD_NOT_ALLOWED, Details.methodNotTaken(wrong.getMethod(), known));
    }

    private static Told wrongMedia(HttpMediaTypeException wrong) {
        String those = wrong.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .distinct()
                .collect(Collectors.joining(", "));
        String known = those.isEmpty() ? MediaType.APPLICATION_JSON_VALUE : those;
        return switch (wrong) {
            case HttpMediaTypeNotSupportedException sent ->
                new Told(
                        CommonProblem.UNSUPPORTED_MEDIA_TYPE,
                        "Content-Type 应为 " + known + " · Content-Type must be " + known);
            case HttpMediaTypeNotAcceptableException wanted ->
                new Told(CommonProblem.NOT_ACCEPTABLE, "Accept 应含 " + known + " · Accept must hold " + known);
            default -> ofStatus(wrong.getStatusCode().value());
        };
    }

    private static String unreadable(HttpMessageNotReadableException wrong) {
        if (wrong.getCause() == null) {
            return "缺少请求体：请附上 JSON · the body is missing: send JSON";
        }
        if (!(wrong.getCause() instanceof JacksonException fault)) {
            return "请求体不能读：请发送 UTF-8 的 JSON · the body cannot be read: send JSON in UTF-8";
        }
        String member = fault.getPath().stream().map(SpringWords::step).collect(Collectors.joining("."));
        TokenStreamLocation at = fault.getLocation();
        int line = at == null ? 0 : Math.max(at.getLineNr(), 0);
        int column = at == null ? 0 : Math.max(at.getColumnNr(), 0);
        return member.isEmpty()
                ? "请求体不是正确的 JSON，差错在第 " + line + " 行第 " + column
                        + " 列 · the body is not proper JSON, the fault is at line " + line + ", column " + column
                : "请求体中 " + member + " 的值类型不对（第 " + line + " 行第 " + column
                        + " 列） · the body holds a value of the wrong kind at " + member + " (line " + line + ", column "
                        + column + ")";
    }

    private static String step(JacksonException.Reference reference) {
        String name = reference.getPropertyName();
        return name == null ? Integer.toString(reference.getIndex()) : name;
    }

    private static String missing(String zh, String en, String name) {
        return "缺少" + zh + " " + name + " · " + en + " " + name + " is missing";
    }

    private static String wrongFields(List<FieldError> errors) {
        String names = errors.stream().map(FieldError::getField).distinct().collect(Collectors.joining(", "));
        return names + " 的值类型不对 · a value of the wrong kind in " + names;
    }

    private static String tooLarge(MaxUploadSizeExceededException large) {
        long most = large.getMaxUploadSize();
        return most < 0 ? Details.titleOf(CommonProblem.TOO_LARGE) : "最多 " + most + " 字节 · at most " + most + " bytes";
    }

    private static String wrongKind(String name, @Nullable Class<?> required) {
        Bilingual kind = kind(required == null ? Object.class : ClassUtils.resolvePrimitiveIfNecessary(required));
        return "参数 " + name + " 应为" + kind.zh() + " · parameter " + name + " must be " + kind.en();
    }

    private static Bilingual kind(Class<?> required) {
        if (required.isEnum()) {
            String names = Arrays.stream(required.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return new Bilingual(" " + names + " 之一", "one of " + names);
        }
        if (required == Integer.class || required == Long.class || required == Short.class) {
            return new Bilingual("范围内的整数", "a whole number within range");
        }
        if (Number.class.isAssignableFrom(required)) {
            return new Bilingual("数字", "a number");
        }
        if (required == Boolean.class) {
            return new Bilingual(" true 或 false", "true or false");
        }
        if (required == LocalDate.class) {
            return new Bilingual("日期，如 2026-01-31", "a day such as 2026-01-31");
        }
        if (required == Instant.class) {
            return new Bilingual("时刻，如 2026-01-31T08:00:00Z", "an instant such as 2026-01-31T08:00:00Z");
        }
        return new Bilingual("另一类值", "a value of another kind");
    }
}

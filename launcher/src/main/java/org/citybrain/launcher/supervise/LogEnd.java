package org.citybrain.launcher.supervise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the end of a log says to a person. Of a stack trace that is the innermost cause with its message, and never the
 * frames; a log without a trace speaks for itself.
 */
final class LogEnd {
    private static final Pattern FRAME =
            Pattern.compile("\\s*(at \\S+\\(.*\\).*|\\.\\.\\. \\d+ (more|common frames omitted).*)");
    private static final Pattern THROWN =
            Pattern.compile("(.*\\s)?([\\w$]+\\.)+[\\w$]*(Exception|Error|Failure|Refusal)\\b.*");
    private static final String CAUSE = "Caused by: ";
    private static final String SUPPRESSED = "Suppressed: ";

    private LogEnd() {}

    /** The cause of the last trace and what follows it, or the last lines; at most {@code count}. */
    static List<String> reason(List<String> lines, int count) {
        int lastFrame = lines.size() - 1;
        while (lastFrame >= 0 && !isFrame(lines.get(lastFrame))) {
            lastFrame--;
        }
        List<String> after = lines.subList(lastFrame + 1, lines.size());
        if (lastFrame < 0 || after.size() >= count) {
            return last(after, count);
        }
        List<String> reason = new ArrayList<>(cause(lines, lastFrame));
        if (reason.size() + after.size() > count) {
            reason.subList(count - after.size(), reason.size()).clear();
        }
        reason.addAll(after);
        return reason;
    }

    /** The innermost cause of the trace that ends with a frame; a suppressed one is none. */
    private static List<String> cause(List<String> lines, int lastFrame) {
        int end = lastFrame + 1;
        while (end > 0) {
            while (end > 0 && isFrame(lines.get(end - 1))) {
                end--;
            }
            int begin = end;
            while (begin > 0 && !isFrame(lines.get(begin - 1))) {
                begin--;
            }
            List<String> head = lines.subList(begin, end);
            if (head.stream().noneMatch(line -> line.strip().startsWith(SUPPRESSED))) {
                return message(head);
            }
            end = begin;
        }
        return List.of();
    }

    /** The lines of a message, which may be several, above the frames; log lines before the exception are left out. */
    private static List<String> message(List<String> head) {
        for (int i = head.size() - 1; i >= 0; i--) {
            if (head.get(i).strip().startsWith(CAUSE)) {
                List<String> cause = new ArrayList<>(head.subList(i, head.size()));
                cause.set(0, cause.getFirst().strip().substring(CAUSE.length()));
                return cause;
            }
        }
        for (int i = head.size() - 1; i >= 0; i--) {
            if (THROWN.matcher(head.get(i)).matches()) {
                return head.subList(i, head.size());
            }
        }
        return last(head, 1);
    }

    private static boolean isFrame(String line) {
        return FRAME.matcher(line).matches();
    }

    private static List<String> last(List<String> lines, int count) {
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }
}

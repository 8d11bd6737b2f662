package org.citybrain.platform.problem;

/**
 * A refused action. The detail carries names and values (never an identity number); the advice comes from the code.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;

    private Refusal(ProblemCode code, String detail) {
        super(detail);
        this.code = code;
    }

    /** A refusal with the values that explain it. */
    public static Refusal of(ProblemCode code, String detail) {
        return new Refusal(code, detail);
    }

    /** Nothing under that name; {@code what} is a noun and its id, such as "resource health_insurance.settlement". */
    public static Refusal notFound(String what) {
        return new Refusal(CommonProblem.NOT_FOUND, "没有 " + what + " · there is no " + what);
    }

    /** A request that is wrong in itself. */
    public static Refusal badRequest(String detail) {
        return new Refusal(CommonProblem.BAD_REQUEST, detail);
    }

    /** The code out of a closed list. */
    public ProblemCode code() {
        return code;
    }

    /** The sentence with names and values. */
    public String detail() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}

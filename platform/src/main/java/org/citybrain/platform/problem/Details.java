package org.citybrain.platform.problem;

import java.util.Collection;

/** Sentences that several doors of the platform say alike: Chinese first, English second, the place in both. */
public final class Details {

    private Details() {}

    /** An address for those alone who are signed in. */
    public static String signInNeeded(String address) {
        return address + " 须登录后访问 · " + address + " is for those who are signed in";
    }

    /** An address that this account may not use. */
    public static String notForThisAccount(String address) {
        return "本账号不能访问 " + address + " · this account may not use " + address;
    }

    /** An address that is none. */
    public static String noAddress(String address) {
        return "没有 " + address + " 这个地址 · there is no address " + address;
    }

    /**
     * A method that an address does not take.
     *
     * @param taken the methods it takes; empty where none is known
     */
    public static String methodNotTaken(String method, Collection<String> taken) {
        String those = String.join(", ", taken);
        return taken.isEmpty()
                ? "此地址不接受 " + method + " · this address does not take " + method
                : "此地址不接受 " + method + "，请用 " + those + " · this address does not take " + method + ": use " + those;
    }

    /** Nothing but the code's own title, in both languages. */
    public static String titleOf(ProblemCode code) {
        return code.text().title().zh() + " · " + code.text().title().en();
    }
}

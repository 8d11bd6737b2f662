package org.citybrain.platform.licence;

import java.time.Instant;
import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.registry.ReadReason;
import org.jspecify.annotations.Nullable;

/** The door to signed e-licences. */
public interface Licences {

    /** Whether an e-licence is good. */
    enum State {
        /** Signed, in force, and as its department's record still says. */
        VALID,
        /** Its last day is over. */
        EXPIRED,
        /** Taken back; the revocation is signed, too. */
        REVOKED,
        /** The department's own record has ended or says something else since. */
        CHANGED,
        /** The signature is not the city's over this document. */
        FORGED
    }

    /**
     * An e-licence as those see it who may read the registry.
     *
     * @param identifier after GB/T 36904
     * @param checkCode proves that somebody holds the licence; with the identifier it is the content of the QR code
     */
    record Issued(
            String identifier,
            String paper,
            int version,
            State state,
            Instant issuedAt,
            String issuedBy,
            String checkCode,
            @Nullable Instant revokedAt,
            @Nullable String revokedReason) {}

    /**
     * A signed document as its holder keeps it: whoever has it can verify it without this city.
     *
     * @param document UTF-8 JSON; the signature is over exactly these bytes
     * @param signature SM2 with SM3, DER in hexadecimal
     * @param node under which name the key is known
     * @param publicKey uncompressed point in hexadecimal
     */
    record Signed(String document, String signature, String node, String publicKey) {}

    /**
     * What a check tells: enough to compare with what somebody shows, and no more.
     *
     * @param type as signed in Chinese, its English from the declaration of the paper
     * @param issuer likewise
     * @param holder masked where it is a person
     * @param revocation the signed statement; null when it was not revoked
     */
    record Check(
            String identifier,
            State state,
            Bilingual type,
            Bilingual issuer,
            String number,
            String holder,
            @Nullable String from,
            @Nullable String to,
            Instant issuedAt,
            @Nullable String revocation) {}

    /** Issues the e-licence of a paper; the next version when one was issued before and says something else. */
    Issued issue(String paper, ReadReason reason);

    /** All that were issued for a paper, newest first. */
    List<Issued> of(String paper);

    /** The signed document; the holder's ledger tells who took it. */
    Signed document(String identifier, ReadReason reason);

    /** Takes an e-licence back for good. */
    Issued revoke(String identifier, String reason);

    /** Checks by identifier and check code. */
    Check check(String identifier, String checkCode);

    /** Checks a document and its signature as somebody shows them; the state alone when it is forged. */
    State verify(String document, String signature);
}

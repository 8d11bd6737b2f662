package org.citybrain.platform.exchange;

import org.citybrain.kernel.wire.NodeKey;

/** The door to the public keys of all nodes. */
public interface Signatures {

    /** Whether the signature over the message is of any of the node's keys. */
    boolean signed(String node, byte[] message, byte[] signature);

    /** Makes a key of the platform's own known to everyone. */
    void announce(NodeKey key);
}

package org.citybrain.platform.region;

/** Takes addresses apart as people and departments write them. */
public interface Addresses {

    /** Division, street, number, building and room of an address; never fails: what is not understood is in the rest. */
    Address read(String text);
}

package org.citybrain.launcher.supervise;

/** Says whether a child does its work now. Asked again and again while it starts; must answer within seconds. */
@FunctionalInterface
public interface Readiness {

    boolean holds();
}

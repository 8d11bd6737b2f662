package org.citybrain.platform.wall;

/** The door to the wall's picture. */
@FunctionalInterface
public interface Walls {

    /** The picture of this moment; asked for again within a second it is the same. */
    WallPicture now();
}

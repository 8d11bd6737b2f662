package org.citybrain.sceneformat;

/** One Flink SQL file: a single INSERT INTO candidates. The id is the file name without its ending. */
public record SceneStream(String id, String file, String sql) {}

package org.citybrain.platform.scene.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.kernel.wire.ResourceEntry;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.DataField;
import org.citybrain.platform.catalogue.Need;
import org.citybrain.platform.catalogue.Needs;
import org.citybrain.sceneformat.Scene;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.check.SceneChecker;
import org.springframework.stereotype.Component;

/** What the catalogue says to a scene: its fields, its grants, the shapes its rows come in. */
@Component
class Grants {
    private static final String REF = org.citybrain.sceneformat.Need.REF;

    private final Catalogue catalogue;
    private final Needs needs;

    Grants(Catalogue catalogue, Needs needs) {
        this.catalogue = catalogue;
        this.needs = needs;
    }

    /** Findings of the scene's names against the catalogue. */
    List<String> check(Scene scene) {
        return SceneChecker.check(scene, this::fields).stream()
                .filter(SceneFinding::isError)
                .map(SceneFinding::toString)
                .toList();
    }

    /** Asks for every need; gives those that were not granted, as sentences. */
    List<String> request(Scene scene) {
        return scene.needs().values().stream()
                .map(need -> needs.grant(
                        scene.id(),
                        need.resource(),
                        need.fields(),
                        need.lookup().stream().map(Grants::ownField).toList(),
                        need.purpose(),
                        need.legalBasis().zh()))
                .filter(need -> need.state() != Need.State.GRANTED)
                .map(need -> "SC-GRANT " + need.resource() + " " + need.state() + " 未获授权 / not granted")
                .toList();
    }

    /** The scene's resources as the engines need them; empty while one of them has no accepted shape yet. */
    Optional<List<ResourceEntry>> resources(Scene scene) {
        List<ResourceEntry> entries = scene.needs().keySet().stream()
                .map(catalogue::entry)
                .flatMap(Optional::stream)
                .toList();
        boolean complete = entries.size() == scene.needs().size()
                && entries.stream().noneMatch(entry -> entry.versions().isEmpty());
        return complete ? Optional.of(entries) : Optional.empty();
    }

    /** A companion stands for its field: the catalogue knows the fields of the source only. */
    private static String ownField(String field) {
        return field.endsWith(REF) ? field.substring(0, field.length() - REF.length()) : field;
    }

    private Optional<Set<String>> fields(String resource) {
        return catalogue
                .find(resource)
                .map(found -> found.fields().stream().map(DataField::name).collect(Collectors.toSet()));
    }
}

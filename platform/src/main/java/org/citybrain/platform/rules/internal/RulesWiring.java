package org.citybrain.platform.rules.internal;

import java.util.List;
import org.citybrain.decisions.Decisions;
import org.citybrain.platform.scene.SceneDeployment;
import org.citybrain.sceneformat.Scene;
import org.citybrain.sceneformat.SceneFinding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the room its compiled rules, and lets a scene's rules be tried before it is deployed. */
@Configuration(proxyBeanMethods = false)
class RulesWiring {
    @Bean
    Decisions decisions() {
        return new Decisions();
    }

    @Bean
    SceneDeployment rulesOfScenes(Decisions decisions) {
        return new SceneDeployment() {
            @Override
            public List<String> check(Scene scene) {
                return scene.rules().values().stream()
                        .flatMap(rule -> decisions.check(rule).stream())
                        .map(SceneFinding::toString)
                        .toList();
            }

            @Override
            public void deploy(Scene scene, String version) {
                // Rules are compiled when they were checked; each version keeps its own.
            }
        };
    }
}

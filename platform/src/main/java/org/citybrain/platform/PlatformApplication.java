package org.citybrain.platform;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The application context of the platform. */
@SpringBootApplication
@EnableScheduling
public class PlatformApplication {}

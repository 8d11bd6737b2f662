/**
 * Room identity (身份): accounts, roles and region scopes; signing in; the guard on every endpoint.
 *
 * <p>Owns: schema identity (account, account_role, sign_in_failure, secret, sessions, authorizations). Door:
 * {@link org.citybrain.platform.identity.Accounts}. An OIDC authorization server lives inside; sessions, signing key
 * and authorizations are in the database, so a login survives a kill of the platform. The guard refuses each endpoint
 * that does not name one right and one audit event.
 *
 * <p>Words: 账号 account, 角色 role, 辖区 region, 三员分立 three separate administrators.
 */
@NullMarked
@ApplicationModule(
        displayName = "identity",
        allowedDependencies = {"access", "audit", "problem", "home"})
package org.citybrain.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/* SPDX-License-Identifier: EUPL-1.2 */
/** The page kit: the frame of the host portal, CSRF, security headers, theme and texts of the page frame. */
@NullMarked
package de.kommunalsdk.web;

import org.jspecify.annotations.NullMarked;

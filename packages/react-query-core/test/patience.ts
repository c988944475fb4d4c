import { configure } from '@testing-library/react';

// Milliseconds, for a busy machine; the default is a second.
configure({ asyncUtilTimeout: 8000 });

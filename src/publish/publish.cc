namespace concord {}
